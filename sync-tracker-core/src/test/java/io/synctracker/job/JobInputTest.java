package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncTrackerException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is asked for wrongly is refused with what is wrong and what to do. */
class JobInputTest {

    private static final JobRequest SYNC = JobRequest.of("whm", "sync");

    @Test
    void a_part_that_is_empty_or_too_long_is_named() {
        assertThatThrownBy(() -> JobRequest.of(" ", "sync"))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessage("The service of a job is empty. Name it.");
        assertThatThrownBy(() -> JobRequest.of("whm", "x".repeat(65)))
                .hasMessage("The action of a job has 65 characters; 64 is the limit.");
        assertThatThrownBy(() -> SYNC.withTarget("mailbox", "x".repeat(256))).hasMessageContaining("target id");
        assertThatThrownBy(() -> SYNC.withKey("x".repeat(256), Overlap.WAIT)).hasMessageContaining("key of a job");
        assertThatThrownBy(() -> SYNC.withTrigger(JobTrigger.PERSON, "x".repeat(101)))
                .hasMessageContaining("name of who asks");
    }

    @Test
    void a_priority_is_a_hundred_at_most() {
        assertThatThrownBy(() -> SYNC.withPriority(-101))
                .hasMessage("A job cannot have the priority -101. Give it -100 to 100.");
        assertThat(SYNC.withPriority(100).priority()).isEqualTo(100);
    }

    @Test
    void a_policy_has_tries_and_times_above_zero() {
        assertThatThrownBy(() -> JobPolicy.DEFAULT.withMaxAttempts(0)).hasMessageContaining("cannot be tried 0 times");
        assertThatThrownBy(() -> JobPolicy.DEFAULT.withTimeout(Duration.ZERO)).hasMessageContaining("time-out of PT0S");
        assertThatThrownBy(() -> JobPolicy.DEFAULT.withBackoff(Duration.ofSeconds(1), 0.5, Duration.ofSeconds(2)))
                .hasMessageContaining("times 0.5");
    }

    @Test
    void pauses_grow_to_the_longest_one() {
        JobPolicy policy = JobPolicy.DEFAULT;

        assertThat(policy.pauseAfter(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(policy.pauseAfter(3)).isEqualTo(Duration.ofMinutes(9));
        assertThat(policy.pauseAfter(5)).isEqualTo(Duration.ofHours(1));
        assertThat(policy.pauseAfter(10_000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_filter_has_a_limit_a_short_text_and_times_in_their_order() {
        assertThatThrownBy(() -> filter(null, null, 1001)).hasMessageContaining("cannot have 1001 runs");
        assertThatThrownBy(() -> filter("x".repeat(100_000), null, 10))
                .hasMessage("The text to look for has 100000 characters; 200 is the limit.");
        assertThatThrownBy(() -> filter(null, Instant.EPOCH, 10)).hasMessageContaining("before it begins");
    }

    private static JobFilter filter(String text, Instant to, int limit) {
        return new JobFilter(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                text,
                Instant.EPOCH.plusSeconds(1),
                to,
                null,
                limit);
    }
}
