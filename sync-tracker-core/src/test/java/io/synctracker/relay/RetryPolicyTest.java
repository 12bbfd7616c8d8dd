package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncTrackerException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final RetryPolicy EXACT = RetryPolicy.DEFAULT.withJitter(0);

    @Test
    void waits_grow_up_to_the_longest() {
        assertThat(IntStream.of(1, 2, 3, 11, 12, 50).mapToObj(EXACT::waitAfter))
                .containsExactly(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(1024),
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(30));
    }

    @Test
    void a_number_of_attempts_that_overflows_still_waits_for_the_longest() {
        assertThat(EXACT.waitAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void jitter_spreads_waits_around_the_usual_one() {
        RetryPolicy half = RetryPolicy.DEFAULT.withJitter(0.5);

        assertThat(IntStream.range(0, 200).mapToObj(i -> half.waitAfter(1)))
                .allMatch(wait -> wait.toMillis() >= 750 && wait.toMillis() <= 1250);
    }

    @Test
    void what_cannot_work_is_refused_with_the_name_of_the_setting() {
        assertThatThrownBy(() -> RetryPolicy.DEFAULT.withMaxAttempts(0))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessage("The relay cannot work with max-attempts = 0. It must be at least 1.");
        assertThatThrownBy(() -> RetryPolicy.DEFAULT.withInitialInterval(Duration.ZERO))
                .hasMessageContaining("initial-interval = PT0S");
        assertThatThrownBy(() -> RetryPolicy.DEFAULT.withMaxInterval(Duration.ofMillis(10)))
                .hasMessageContaining("max-interval = PT0.01S");
        assertThatThrownBy(() -> RetryPolicy.DEFAULT.withMultiplier(Double.NaN)).hasMessageContaining("multiplier");
        assertThatThrownBy(() -> RetryPolicy.DEFAULT.withJitter(1.1)).hasMessageContaining("jitter = 1.1");
    }
}
