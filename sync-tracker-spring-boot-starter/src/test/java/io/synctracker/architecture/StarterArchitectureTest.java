package io.synctracker.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.synctracker.architecture.broken.actuate.KnowsAutoconfigure;
import io.synctracker.architecture.broken.autoconfigure.KnowsActuate;
import io.synctracker.autoconfigure.SyncTrackerAutoConfiguration;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/** The rules of the core that also hold here, where the core's tests cannot look. */
class StarterArchitectureTest {

    private static final JavaClasses STARTER = new ClassFileImporter()
            .importUrl(SyncTrackerAutoConfiguration.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation());

    private static final ArchRule NO_CYCLES =
            slices().matching("io.synctracker.(**)").should().beFreeOfCycles();

    /** Somebody must make the clock: the classes that make everything else. */
    private static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that()
            .areNotAnnotatedWith(Configuration.class)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @Test
    void no_package_leads_back_to_itself() {
        NO_CYCLES.check(STARTER);
    }

    @Test
    void time_comes_from_a_clock() {
        TIME_COMES_FROM_A_CLOCK.check(STARTER);
    }

    @Test
    void what_a_class_needs_is_in_its_constructor() {
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(STARTER);
    }

    @Test
    void nobody_prints() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(STARTER);
    }

    @Test
    void a_cycle_is_rejected() {
        assertRejected(
                slices().matching("..broken.(*)").should().beFreeOfCycles(),
                KnowsActuate.class,
                KnowsAutoconfigure.class);
    }

    @Test
    void reading_the_wall_clock_is_rejected() {
        assertRejected(TIME_COMES_FROM_A_CLOCK, ReadsTheWallClock.class);
    }

    @Test
    void an_injected_field_is_rejected() {
        assertRejected(GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION, HasAnInjectedField.class);
    }

    private static void assertRejected(ArchRule rule, Class<?>... breaking) {
        assertThatThrownBy(() -> rule.check(new ClassFileImporter().importClasses(breaking)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(breaking[0].getSimpleName());
    }

    private record ReadsTheWallClock() {

        Instant now() {
            return Instant.now();
        }
    }

    private static final class HasAnInjectedField {

        @Autowired
        private Clock clock;
    }
}
