package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncTrackerException;
import io.synctracker.testing.RecordingTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    @Test
    void targets_are_found_by_their_name() {
        RecordingTarget crm = new RecordingTarget("crm");

        Targets targets = Targets.of(List.of(new RecordingTarget("erp"), crm));

        assertThat(targets.names()).containsExactly("crm", "erp");
        assertThat(targets.find("crm")).containsSame(crm);
        assertThat(targets.find("hub")).isEmpty();
    }

    @Test
    void two_targets_of_one_name_are_refused_with_the_classes_of_both() {
        assertThatThrownBy(() -> Targets.of(List.of(new RecordingTarget("crm"), new RecordingTarget("crm"))))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessageContaining("'crm'")
                .hasMessageContaining(RecordingTarget.class.getName() + " and " + RecordingTarget.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " crm", "c,rm", "ümlaut", "c:rm", "_crm", "-crm", ".crm"})
    void a_name_that_cannot_be_stored_is_refused(String name) {
        assertThatThrownBy(() -> Targets.of(List.of(new RecordingTarget(name))))
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("1 to 64");
    }

    @Test
    void a_name_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> Targets.of(List.of(new RecordingTarget("x".repeat(65)))))
                .isInstanceOf(SyncTrackerException.class);
    }
}
