package io.synctracker.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which package may import which. The reasons are in {@code docs/adr/0002-package-table.md}.
 *
 * @param root the package above all of the table's
 */
record PackageTable(String root) {

    /** What every package may import, besides itself and libraries; the empty name is the root package. */
    private static final Map<String, Set<String>> IMPORTS = Map.ofEntries(
            entry("", Set.of()),
            entry("model", Set.of("")),
            entry("store", Set.of("")),
            entry("outbox", Set.of("", "store")),
            entry("target", Set.of("")),
            entry("event", Set.of("")),
            entry("tracking", Set.of("", "model", "store", "event")),
            entry("capture", Set.of("", "model", "store", "outbox", "tracking")),
            entry("relay", Set.of("", "model", "store", "outbox", "target", "tracking", "event")),
            entry("job", Set.of("", "model", "store")),
            entry("connector", Set.of("", "model", "store", "event", "tracking", "job")),
            entry("http", Set.of("", "model", "target", "connector")),
            entry("snapshot", Set.of("", "model", "store", "tracking", "job", "connector")),
            entry("schedule", Set.of("", "model", "store", "job", "connector")),
            entry("notification", Set.of("", "store", "target", "job")));

    /** The packages of the table, with their full names. */
    List<String> packages() {
        return IMPORTS.keySet().stream().map(this::fullName).sorted().toList();
    }

    /** One rule for each package: it imports only what the table allows it. */
    Stream<ArchRule> rules() {
        return IMPORTS.keySet().stream().sorted().map(this::rule);
    }

    /** The words that everybody shares need nothing but the JDK. */
    ArchRule rootNeedsOnlyTheJdk() {
        return classes()
                .that()
                .resideInAPackage(root)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(root, "java..", "org.jspecify.annotations"));
    }

    /** A package that the table does not know cannot be checked by it. */
    ArchRule everyPackageIsInTheTable() {
        return classes().should().resideInAnyPackage(packages().toArray(String[]::new));
    }

    private ArchRule rule(String name) {
        String[] allowed = Stream.concat(Stream.of(name), IMPORTS.get(name).stream())
                .map(this::fullName)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(fullName(name))
                .should()
                .dependOnClassesThat(ours().and(not(resideInAnyPackage(allowed))))
                .as(fullName(name) + " imports of ours only " + List.of(allowed));
    }

    private DescribedPredicate<JavaClass> ours() {
        return describe("ours", resideInAPackage(root + ".."));
    }

    private String fullName(String name) {
        return name.isEmpty() ? root : root + "." + name;
    }
}
