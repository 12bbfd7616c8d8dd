package io.synctracker.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.synctracker.architecture.broken.NeedsALibrary;
import io.synctracker.architecture.broken.event.KnowsTracking;
import io.synctracker.architecture.broken.tracking.KnowsEvent;
import io.synctracker.architecture.broken.unlisted.Stranger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesBiteTest {

    private static final String ROOT = NeedsALibrary.class.getPackageName();
    private static final PackageTable TABLE = new PackageTable(ROOT);

    @Test
    void an_event_that_imports_tracking_is_rejected() {
        assertThatThrownBy(() -> checkTable(KnowsTracking.class)).hasMessageContaining("KnowsTracking");
    }

    @Test
    void tracking_that_imports_an_event_is_allowed() {
        assertThatCode(() -> checkTable(KnowsEvent.class)).doesNotThrowAnyException();
    }

    @Test
    void two_packages_that_import_each_other_are_rejected() {
        assertRejected(Rules.noCyclesBelow(ROOT), "Cycle detected", KnowsTracking.class, KnowsEvent.class);
    }

    @Test
    void a_package_outside_the_table_is_rejected() {
        assertRejected(TABLE.everyPackageIsInTheTable(), "Stranger", Stranger.class);
    }

    @Test
    void a_shared_word_that_needs_a_library_is_rejected() {
        assertRejected(TABLE.rootNeedsOnlyTheJdk(), "org.slf4j.Logger", NeedsALibrary.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Instant.now()",
                "LocalDateTime.now(java.time.ZoneId)",
                "System.currentTimeMillis()",
                "Clock.systemUTC()",
                "InstantSource.system()",
                "Date.<init>()",
                "Calendar.getInstance()"
            })
    void reading_the_wall_clock_is_rejected(String call) {
        assertRejected(Rules.TIME_COMES_FROM_A_CLOCK, call, ReadsTheWallClock.class);
    }

    @Test
    void reading_a_given_clock_is_allowed() {
        assertThatCode(() -> Rules.TIME_COMES_FROM_A_CLOCK.check(only(ReadsAGivenClock.class)))
                .doesNotThrowAnyException();
    }

    @Test
    void spring_boot_is_rejected() {
        assertRejected(Rules.NO_BOOT, "SpringApplication", KnowsBoot.class);
    }

    @Test
    void a_servlet_is_rejected() {
        assertRejected(Rules.NO_SERVLET, "jakarta.servlet.Servlet", KnowsServlets.class);
    }

    @Test
    void a_public_row_is_rejected() {
        assertRejected(Rules.ROWS_STAY_INSIDE, "LeakedRow", LeakedRow.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asResult", "asParameter", "asTypeArgument", "asArray", "asException", "<init>"})
    void a_hidden_type_in_a_public_method_is_rejected(String method) {
        assertRejected(Rules.PUBLIC_METHODS_NAME_PUBLIC_TYPES, method, NamesAHiddenType.class);
    }

    @Test
    void printing_is_rejected() {
        assertRejected(Rules.NOBODY_PRINTS, "System.out", Prints.class);
    }

    private static void assertRejected(ArchRule rule, String message, Class<?>... breaking) {
        assertThatThrownBy(() -> rule.check(only(breaking)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    private static void checkTable(Class<?> breaking) {
        Stream<ArchRule> rules = TABLE.rules().map(rule -> rule.allowEmptyShould(true));
        rules.forEach(rule -> rule.check(only(breaking)));
    }

    private static JavaClasses only(Class<?>... classes) {
        return new ClassFileImporter().importClasses(classes);
    }
}
