package io.synctracker.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a timer's ring does. */
abstract class RingContract extends ScheduleTest {

    private static final int PROCESSES = 4;

    RingContract(Vendor vendor) {
        super(vendor);
    }

    @Test
    void a_ring_enqueues_a_run_for_each_connection() {
        long id = schedules.create(every(Duration.ofHours(1)), "eve").id();
        clock.set("2026-03-28T13:00:00Z");

        timers.ring(id);

        assertThat(fleet.pulls()).containsExactly("awin null SCHEDULE eve SKIP", "cj null SCHEDULE eve SKIP");
        assertThat(timers.next(id)).contains(Instant.parse("2026-03-28T14:00:00Z"));
    }

    @Test
    void a_ring_notes_the_planned_time_and_counts_the_day() {
        long id = schedules.create(every(Duration.ofHours(1)), null).id();
        clock.set("2026-03-28T13:00:07Z");

        timers.ring(id);

        Schedule fired = schedules.find(id).orElseThrow();
        assertThat(fired.lastFiredAt()).isEqualTo("2026-03-28T13:00:00Z");
        assertThat(fired.nextFireAt()).isEqualTo("2026-03-28T14:00:00Z");
        assertThat(fired.runsToday()).isEqualTo(1);
    }

    @Test
    void a_ring_that_was_answered_before_does_nothing() {
        long id = schedules.create(every(Duration.ofHours(1)), null).id();
        clock.set("2026-03-28T13:00:00Z");
        timers.ring(id);

        timers.ring(id);

        assertThat(fleet.pulls()).hasSize(2);
        assertThat(timers.next(id)).contains(Instant.parse("2026-03-28T14:00:00Z"));
    }

    @Test
    void a_ring_that_comes_too_early_does_nothing() {
        long id = schedules.create(every(Duration.ofHours(1)), null).id();
        clock.set("2026-03-28T12:59:59Z");

        timers.ring(id);

        assertThat(fleet.pulls()).isEmpty();
        assertThat(timers.next(id)).contains(Instant.parse("2026-03-28T13:00:00Z"));
    }

    @Test
    void missed_slots_become_one_run() {
        long id = schedules.create(every(Duration.ofHours(1)), null).id();
        clock.set("2026-03-28T18:40:00Z");

        timers.ring(id);

        assertThat(fleet.pulls()).hasSize(2);
        assertThat(timers.next(id)).contains(Instant.parse("2026-03-28T19:00:00Z"));
    }

    @Test
    void a_late_ring_asks_for_the_days_of_the_planned_time() {
        Cadence cron = new Cadence.Cron("0 50 23 * * *");
        long id = schedules
                .create(draft("late", null, cron, DateRange.of(DateRange.Preset.TODAY), 0, true), null)
                .id();
        clock.set("2026-03-29T04:00:00Z");

        timers.ring(id);

        assertThat(fleet.pulls()).first().isEqualTo("awin null 2026-03-28..2026-03-28 SCHEDULE null SKIP");
    }

    @Test
    void when_the_runs_of_a_day_are_used_up_the_next_day_begins_with_the_first_slot() {
        long id = schedules
                .create(draft("twice", null, CadencePreset.HOURLY.cadence(), DateRange.ALL, 2, true), null)
                .id();
        for (String time : List.of("2026-03-28T13:00:00Z", "2026-03-28T14:00:00Z")) {
            clock.set(time);
            timers.ring(id);
        }

        assertThat(timers.next(id)).contains(Instant.parse("2026-03-28T23:00:00Z"));
        clock.set("2026-03-28T23:00:00Z");
        assertThat(schedules.find(id).orElseThrow().runsToday()).isZero();
        timers.ring(id);
        assertThat(timers.next(id)).contains(Instant.parse("2026-03-29T00:00:00Z"));
    }

    @Test
    void a_connection_that_is_gone_or_disabled_keeps_no_other_from_running() {
        long id = schedules.create(every(Duration.ofHours(1)), null).id();
        fleet.add("awin", false);
        clock.set("2026-03-28T13:00:00Z");
        timers.ring(id);
        fleet.remove("awin");
        clock.set("2026-03-28T14:00:00Z");
        timers.ring(id);

        assertThat(fleet.pulls()).containsExactly("cj null SCHEDULE null SKIP", "cj null SCHEDULE null SKIP");
    }

    @Test
    void a_connector_that_throws_keeps_no_other_from_running() {
        Schedule made = schedules.create(every(Duration.ofHours(1)), null);
        fleet.breakDown("awin");
        clock.advance(Duration.ofHours(1));

        timers.ring(made.id());

        assertThat(fleet.pulls()).singleElement().asString().startsWith("cj ");
    }

    @Test
    void a_disabled_or_deleted_schedule_does_not_ring_any_more() {
        long disabled = schedules.create(every(Duration.ofHours(1)), null).id();
        schedules.enable(disabled, false);
        clock.set("2026-03-28T13:00:00Z");

        timers.ring(disabled);
        timers.ring(4711);

        assertThat(fleet.pulls()).isEmpty();
        assertThat(timers.next(disabled)).isEmpty();
        assertThat(timers.next(4711)).isEmpty();
    }

    @Test
    void of_several_processes_that_answer_a_ring_one_enqueues() {
        long id = schedules.create(every(Duration.ofHours(1)), null).id();
        clock.set("2026-03-28T13:00:00Z");
        CyclicBarrier start = new CyclicBarrier(PROCESSES);

        CompletableFuture<?>[] rings = IntStream.range(0, PROCESSES)
                .mapToObj(process -> CompletableFuture.runAsync(() -> {
                    await(start);
                    parts.timerOwner().ring(id);
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(rings).join();

        assertThat(fleet.pulls()).hasSize(2);
        assertThat(schedules.find(id).orElseThrow().runsToday()).isEqualTo(1);
    }

    @Test
    void a_change_at_the_moment_of_a_firing_neither_loses_nor_repeats_it() {
        long id = schedules.create(every(Duration.ofHours(1)), null).id();
        clock.set("2026-03-28T13:00:00Z");
        CyclicBarrier start = new CyclicBarrier(2);

        CompletableFuture<Void> ring = CompletableFuture.runAsync(() -> {
            await(start);
            timers.ring(id);
        });
        await(start);
        schedules.update(id, draft("renamed", null, CadencePreset.HOURLY.cadence(), DateRange.ALL, 0, true));
        ring.join();
        timers.ring(id);

        assertThat(fleet.pulls()).hasSize(2);
        assertThat(timers.next(id)).contains(Instant.parse("2026-03-28T14:00:00Z"));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_firing_whose_run_cannot_be_enqueued_is_not_noted() {
        long id = schedules.create(every(Duration.ofHours(1)), null).id();
        clock.set("2026-03-28T13:00:00Z");
        depot.jdbc().execute("drop table pulls");
        try {
            assertThat(failure(() -> timers.ring(id))).isNotNull();
        } finally {
            depot.jdbc().execute("create table pulls (connection varchar(64), request varchar(400))");
        }

        assertThat(timers.next(id)).contains(Instant.parse("2026-03-28T13:00:00Z"));
        timers.ring(id);
        assertThat(fleet.pulls()).hasSize(2);
    }

    private static Throwable failure(Runnable work) {
        return org.assertj.core.api.Assertions.catchThrowable(work::run);
    }

    @Test
    void healing_sets_the_timers_that_are_lost_or_differ() {
        long lost = schedules.create(every(Duration.ofHours(1)), null).id();
        long wrong = schedules
                .create(draft("daily", null, CadencePreset.DAILY.cadence(), DateRange.ALL, 0, true), null)
                .id();
        fleet.remove(lost);
        fleet.set(wrong, Instant.EPOCH);

        parts.heal();

        assertThat(fleet.timer(lost)).isEqualTo("2026-03-28T13:00:00Z");
        assertThat(fleet.timer(wrong)).isEqualTo("2026-03-29T12:00:00Z");
    }
}
