package io.synctracker.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** What holds in every package. */
final class Rules {

    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callCodeUnitWhere(WallClock.isRead())
            .as("time comes from a Clock or from the database")
            .because("a test that cannot move the time has to wait for it");

    static final ArchRule NO_BOOT = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.boot..")
            .because("the core also serves applications that do without Spring Boot");

    static final ArchRule NO_SERVLET = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.springframework.web..")
            .because("most of what keeps systems in step has no web server");

    /** Rows of the store are its words to the other packages; a row of any other package is that package's secret. */
    static final ArchRule ROWS_STAY_INSIDE = classes()
            .that()
            .haveSimpleNameEndingWith("Row")
            .and(are(resideOutsideOfPackage("io.synctracker.store")))
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    static final ArchRule PUBLIC_METHODS_NAME_PUBLIC_TYPES = codeUnits()
            .that()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .arePublic()
            .should(new NamePublicTypesOnly());

    static final ArchRule NOBODY_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    private Rules() {}

    /** No package leads back to itself through others. */
    static ArchRule noCyclesBelow(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }
}
