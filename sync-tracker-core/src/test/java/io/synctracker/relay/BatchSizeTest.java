package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.outbox.Claim;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.store.TrackedVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchSizeTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final BatchSize size = new BatchSize(100);
    private long now;

    private void taken(boolean more, long nanosLater, String data) {
        now += nanosLater;
        size.taken(new Claim(Collections.nCopies(100, entry(data)), 0, false, false, more), now);
    }

    private static LeasedEntry entry(String data) {
        return new LeasedEntry(
                1,
                2,
                new TrackedVersion(new EntityRef("thing", "1"), 1, 1),
                "crm",
                ChangeType.UPDATE,
                false,
                1,
                1,
                data,
                null,
                Instant.EPOCH,
                Duration.ZERO);
    }

    private int sizeAfter(int batches) {
        for (int i = 0; i < batches; i++) {
            taken(true, 1, "{}");
        }
        return size.now();
    }

    @Test
    void the_first_batch_has_the_size_that_is_set() {
        assertThat(size.now()).isEqualTo(100);
    }

    @Test
    void a_backlog_that_goes_quickly_is_taken_in_larger_and_larger_batches() {
        assertThat(List.of(sizeAfter(1), sizeAfter(1), sizeAfter(1))).containsExactly(100, 200, 400);
    }

    @Test
    void a_batch_has_ten_times_the_size_that_is_set_at_most() {
        assertThat(sizeAfter(20)).isEqualTo(1000);
    }

    @Test
    void a_batch_that_takes_its_time_is_followed_by_a_smaller_one() {
        sizeAfter(3);

        taken(true, SECOND, "{}");

        assertThat(size.now()).isEqualTo(200);
    }

    @Test
    void the_end_of_a_backlog_brings_the_size_back_to_what_is_set() {
        sizeAfter(20);

        for (int i = 0; i < 10; i++) {
            taken(false, 1, "{}");
        }

        assertThat(size.now()).isEqualTo(100);
    }

    @Test
    void large_payloads_that_are_read_make_small_batches() {
        sizeAfter(20);
        LeasedEntry entry = entry("{}");
        Map<String, Object> payload = Map.of("text", List.of("x".repeat(40_000)));

        size.prepared(List.of(new EntryDelivery(entry, entry.change(), null, Map.copyOf(payload), null)));

        assertThat(size.now()).isLessThan(100);
    }

    @Test
    void large_states_are_taken_in_small_batches() {
        sizeAfter(20);

        taken(true, 1, "x".repeat(20_000));

        assertThat(size.now()).isEqualTo(200);
    }
}
