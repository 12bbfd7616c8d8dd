package io.synctracker.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.connector.Connections;
import io.synctracker.connector.PullRequest;
import io.synctracker.job.JobEngine;
import io.synctracker.job.JobFilter;
import io.synctracker.job.JobParts;
import io.synctracker.job.JobRequest;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobSettings;
import io.synctracker.job.JobStatus;
import io.synctracker.job.JobStore;
import io.synctracker.job.JobTimerOwner;
import io.synctracker.job.JobTrigger;
import io.synctracker.job.SyncJobs;
import io.synctracker.model.KeyRing;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Depot;
import io.synctracker.testing.TickingClock;
import io.synctracker.testing.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

/** Schedules over the engine that runs jobs, as two processes on one database. */
abstract class EngineContract {

    private static final ScheduleDraft EVERY_MINUTE = new ScheduleDraft(
            "often",
            List.of("awin"),
            null,
            new Cadence.Every(Duration.ofMinutes(1)),
            ScheduleTest.BERLIN,
            DateRange.ALL,
            0,
            true);

    private final Vendor vendor;
    private final TickingClock clock = new TickingClock(Instant.parse(ScheduleTest.NOON));
    private final HeldPull pull = new HeldPull();
    private Depot depot;
    private Process one;
    private Process other;

    EngineContract(Vendor vendor) {
        this.vendor = vendor;
    }

    /** One process: an engine and its schedules. */
    private final class Process implements AutoCloseable {

        final AtomicReference<JobTimerOwner> owner = new AtomicReference<>();
        final JobEngine engine;
        final ScheduleParts parts;
        final Schedules schedules;

        Process(String name) {
            PlatformTransactionManager manager =
                    Objects.requireNonNull(depot.transactions().getTransactionManager());
            engine = JobEngine.of(new JobParts(
                    new JobStore(depot.dataSource(), manager, depot.dialect(), KeyRing.empty()),
                    () -> List.of(pull),
                    List::of,
                    () -> Optional.ofNullable(owner.get()),
                    event -> {},
                    clock,
                    JobSettings.DEFAULT
                            .withNodeName(name)
                            .withPollInterval(Duration.ofMillis(50))
                            .withHeartbeat(Duration.ofHours(1), 6)
                            .withShutdownTimeout(Duration.ofSeconds(1))));
            parts = new ScheduleParts(
                    depot.dataSource(), manager, depot.dialect(), connections(engine.jobs()), engine.timers(), clock);
            owner.set(parts.timerOwner());
            schedules = parts.schedules();
            engine.start();
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    private Connections connections(SyncJobs jobs) {
        return new Fleet(depot.jdbc(), clock) {
            @Override
            public JobRun pull(PullRequest request) {
                super.pull(request);
                return jobs.enqueue(JobRequest.of(request.connection(), PULL)
                        .withKey("connection:" + request.connection(), request.overlap())
                        .withTrigger(request.trigger(), request.requestedBy())
                        .withSchedule(request.scheduleId()));
            }
        };
    }

    @BeforeEach
    void start() {
        depot = new Depot(vendor);
        one = new Process("one");
        other = new Process("other");
    }

    @AfterEach
    void stop() {
        pull.letEnd(1000);
        other.close();
        one.close();
        depot.close();
    }

    @Test
    void each_firing_happens_once_whichever_process_answers() {
        pull.letEnd(1000);
        Schedule made = one.schedules.create(EVERY_MINUTE, null);

        for (int minute = 1; minute <= 10; minute++) {
            clock.advance(Duration.ofMinutes(1));
            int fired = minute;
            Until.holds(() ->
                    pull.started.get() == fired && one.engine.jobs().queue().running() == 0);
        }

        assertThat(one.schedules.find(made.id()).orElseThrow().lastFiredAt())
                .isEqualTo(Objects.requireNonNull(made.nextFireAt()).plus(Duration.ofMinutes(9)));
        assertThat(one.engine.jobs().list(JobFilter.ALL))
                .hasSize(10)
                .allMatch(run -> run.status() == JobStatus.SUCCESS)
                .allMatch(run -> Objects.equals(run.scheduleId(), made.id()));
    }

    @Test
    void a_firing_while_the_last_run_goes_on_is_skipped_and_shown() {
        one.schedules.create(EVERY_MINUTE, null);
        clock.advance(Duration.ofMinutes(1));
        Until.holds(() -> pull.started.get() == 1);

        clock.advance(Duration.ofMinutes(1));

        Until.holds(() -> one.engine.jobs().list(JobFilter.ALL).size() == 2);
        assertThat(one.engine.jobs().list(JobFilter.ALL))
                .extracting(JobRun::status)
                .containsExactly(JobStatus.CANCELLED, JobStatus.RUNNING);
    }

    @Test
    void a_schedule_that_is_sped_up_by_another_process_fires_sooner() {
        pull.letEnd(1000);
        ScheduleDraft daily = new ScheduleDraft(
                "often",
                List.of("awin"),
                null,
                CadencePreset.DAILY.cadence(),
                ScheduleTest.BERLIN,
                DateRange.ALL,
                0,
                true);
        long id = one.schedules.create(daily, null).id();

        other.schedules.update(id, EVERY_MINUTE);
        clock.advance(Duration.ofMinutes(1));

        Until.holds(() -> pull.started.get() == 1);
    }

    @Test
    void a_disabled_schedule_does_not_fire_and_an_enabled_one_does() {
        pull.letEnd(1000);
        long id = one.schedules.create(EVERY_MINUTE, null).id();
        one.schedules.enable(id, false);
        clock.advance(Duration.ofMinutes(5));
        other.schedules.runNow(id, "adam", JobTrigger.PERSON, false);
        Until.holds(() -> pull.started.get() == 1);

        other.schedules.enable(id, true);
        clock.advance(Duration.ofMinutes(1));

        Until.holds(() -> pull.started.get() == 2);
        assertThat(one.schedules.find(id).orElseThrow().runsToday()).isEqualTo(1);
    }

    @Test
    void a_timer_that_is_lost_is_there_again_after_healing() {
        pull.letEnd(1000);
        one.schedules.create(EVERY_MINUTE, null);
        depot.jdbc().update("delete from sync_jobs");
        clock.advance(Duration.ofHours(3));

        one.parts.heal();

        Until.holds(() -> pull.started.get() == 1);
        Until.holds(() -> depot.number("select count(*) from sync_jobs where task_name = 'sync-schedule'") == 1);
    }
}
