package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobSettingsTest {

    @Test
    void a_part_out_of_its_bounds_is_named() {
        JobSettings settings = JobSettings.DEFAULT;

        assertThatThrownBy(() -> settings.withThreads(0))
                .hasMessage("sync-tracker.jobs.threads is 0. It must be 1 or more.");
        assertThatThrownBy(() -> settings.withPollInterval(Duration.ZERO)).hasMessageContaining("jobs.poll-interval");
        assertThatThrownBy(() -> settings.withHeartbeat(Duration.ZERO, 6)).hasMessageContaining("jobs.heartbeat");
        assertThatThrownBy(() -> settings.withHeartbeat(Duration.ofSeconds(1), 3))
                .hasMessageContaining("jobs.missed-heartbeats is 3");
        assertThatThrownBy(() -> settings.withNodeName(" ")).hasMessageContaining("jobs.node-name is ' '");
        assertThatThrownBy(() -> settings.withShutdownTimeout(Duration.ofSeconds(-1)))
                .hasMessageContaining("jobs.shutdown-timeout is PT-1S");
    }

    @Test
    void a_process_has_a_name_of_its_own() {
        assertThat(JobSettings.DEFAULT.nodeName())
                .endsWith("-" + ProcessHandle.current().pid());
    }
}
