package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A timer rings once on one process, and its owner says when next. */
abstract class TimerContract extends JobTest {

    private final List<Long> rings = new ArrayList<>();
    private Runnable onRing = () -> {};
    private Optional<Instant> next = Optional.empty();

    TimerContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeEach
    void own() {
        rings.clear();
        onRing = () -> {};
        next = Optional.empty();
        owner = Optional.of(new JobTimerOwner() {
            @Override
            public void ring(long id) {
                rings.add(id);
                onRing.run();
            }

            @Override
            public Optional<Instant> next(long id) {
                return next;
            }
        });
    }

    private Instant in(int seconds) {
        return clock.instant().plusSeconds(seconds);
    }

    private void turnBoth() {
        node.turn();
        new Node(parts("two", clock, KEYS)).turn();
    }

    @Test
    void it_rings_when_its_time_has_come_and_no_sooner() {
        node.timers().set(7, in(10));
        later(Duration.ofSeconds(9));
        assertThat(rings).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        turnBoth();

        assertThat(rings).containsExactly(7L);
        assertThat(count("sync_jobs")).isZero();
    }

    @Test
    void it_rings_again_when_its_owner_says() {
        node.timers().set(7, in(0));
        next = Optional.of(in(60));
        node.turn();
        later(Duration.ofSeconds(59));
        assertThat(rings).hasSize(1);
        next = Optional.empty();
        later(Duration.ofSeconds(1));

        assertThat(rings).hasSize(2);
    }

    @Test
    void one_that_is_moved_or_removed_does_not_ring() {
        node.timers().set(7, in(10));
        node.timers().set(7, in(100));
        node.timers().set(8, in(10));
        node.timers().remove(8);
        node.timers().remove(9);
        later(Duration.ofSeconds(10));
        assertThat(rings).isEmpty();
        later(Duration.ofSeconds(90));

        assertThat(rings).containsExactly(7L);
    }

    @Test
    void a_change_that_is_rolled_back_changes_nothing() {
        node.timers().set(7, in(10));
        transactions.executeWithoutResult(status -> {
            node.timers().set(7, in(100));
            node.timers().set(8, in(0));
            status.setRollbackOnly();
        });
        later(Duration.ofSeconds(10));

        assertThat(rings).containsExactly(7L);
    }

    @Test
    void one_whose_owner_fails_rings_again_after_a_minute() {
        node.timers().set(7, in(0));
        onRing = () -> {
            throw new IllegalStateException("owner");
        };
        node.turn();
        later(Duration.ofSeconds(59));
        assertThat(rings).hasSize(1);
        onRing = () -> {};
        later(Duration.ofSeconds(1));

        assertThat(rings).hasSize(2);
        assertThat(count("sync_jobs")).isZero();
    }

    @Test
    void one_without_an_owner_waits_for_it() {
        Optional<JobTimerOwner> later = owner;
        owner = Optional.empty();
        node.timers().set(7, in(0));
        node.turn();
        owner = later;
        later(Duration.ofMinutes(1));

        assertThat(rings).containsExactly(7L);
    }

    @Test
    void one_that_is_set_while_it_rings_asks_its_owner() {
        node.timers().set(7, in(0));
        onRing = () -> {
            next = Optional.of(in(30));
            node.timers().set(7, in(30));
            node.timers().remove(7);
        };
        node.turn();
        onRing = () -> next = Optional.empty();
        later(Duration.ofSeconds(30));

        assertThat(rings).hasSize(2);
        assertThat(count("sync_jobs")).isZero();
    }

    @Test
    void one_whose_process_died_rings_on_another() {
        node.timers().set(7, in(0));
        jdbc.update("update sync_jobs set picked = true, picked_by = 'gone', last_heartbeat = execution_time");
        clock.advance(Duration.ofMinutes(2));
        node.findDead();
        node.turn();

        assertThat(rings).containsExactly(7L);
    }
}
