package io.synctracker.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.synctracker.SyncTracked;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String ROOT = SyncTracked.class.getPackageName();
    private static final PackageTable TABLE = new PackageTable(ROOT);
    private static final JavaClasses CORE = new ClassFileImporter()
            .importUrl(SyncTracked.class.getProtectionDomain().getCodeSource().getLocation());

    @ParameterizedTest
    @MethodSource
    void the_core_keeps_the_rule(ArchRule rule) {
        rule.check(CORE);
    }

    static Stream<ArchRule> the_core_keeps_the_rule() {
        Stream<ArchRule> everywhere = Stream.of(
                Rules.noCyclesBelow(ROOT),
                Rules.TIME_COMES_FROM_A_CLOCK,
                Rules.NO_BOOT,
                Rules.NO_SERVLET,
                Rules.ROWS_STAY_INSIDE,
                Rules.PUBLIC_METHODS_NAME_PUBLIC_TYPES,
                Rules.NOBODY_PRINTS,
                TABLE.rootNeedsOnlyTheJdk(),
                TABLE.everyPackageIsInTheTable());
        return Stream.concat(everywhere, TABLE.rules());
    }

    @Test
    void every_package_of_the_table_is_there() {
        assertThat(TABLE.packages()).allMatch(CORE::containPackage);
    }
}
