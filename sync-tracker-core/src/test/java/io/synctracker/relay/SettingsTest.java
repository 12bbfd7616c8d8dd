package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void a_call_must_end_before_its_lease() {
        assertThatThrownBy(() -> RelaySettings.DEFAULT.withLease(Duration.ofSeconds(30), Duration.ofSeconds(30)))
                .hasMessage("The relay cannot work with call-timeout = PT30S."
                        + " It must be shorter than the lease, PT30S, or a call could outlive it.");
    }

    @Test
    void what_cannot_work_is_refused_with_the_name_of_the_setting() {
        assertThatThrownBy(() -> RelaySettings.DEFAULT.withBatchSize(1001)).hasMessageContaining("batch-size = 1001");
        assertThatThrownBy(() -> RelaySettings.DEFAULT.withPollInterval(Duration.ZERO))
                .hasMessageContaining("poll-interval");
        assertThatThrownBy(() -> RelaySettings.DEFAULT.withShutdownTimeout(Duration.ofSeconds(-1)))
                .hasMessageContaining("shutdown-timeout");
        assertThatThrownBy(() -> TargetSettings.DEFAULT.withConcurrency(0)).hasMessageContaining("concurrency = 0");
        assertThatThrownBy(() -> TargetSettings.DEFAULT.withCallsPerSecond(0.0)).hasMessageContaining("rate-limit");
        assertThatThrownBy(() -> new BreakerPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .hasMessageContaining("breaker failures");
    }

    @Test
    void a_target_may_be_treated_in_its_own_way() {
        TargetSettings own = TargetSettings.DEFAULT.withConcurrency(1);
        RelaySettings settings = RelaySettings.DEFAULT.withTargets(Map.of("erp", own));

        assertThat(settings.of("erp")).isEqualTo(own);
        assertThat(settings.of("crm")).isEqualTo(TargetSettings.DEFAULT);
    }
}
