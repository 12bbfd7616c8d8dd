package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to a run between two statements of somebody who looks at it is not lost. */
class H2LateTest extends JobTest {

    H2LateTest() {
        super(Vendor.H2);
    }

    /** A clock that is asked between two statements, at which moment another process does something. */
    private Clock when(int times, Runnable other) {
        int[] left = {times};
        return new Clock() {
            @Override
            public Instant instant() {
                if (--left[0] == 0) {
                    other.run();
                }
                return clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private void isGivenBack(JobRun run) {
        Thread other = new Thread(() -> jdbc.update(
                "update sync_runs set run_status = 'queued', running_key = null, due_at = ? where id = ?",
                dialect.parameter(clock.instant().plus(Duration.ofMinutes(1))),
                run.id()));
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JobRun running() {
        JobRun run = jobs().enqueue(SYNC);
        jdbc.update("update sync_runs set run_status = 'running', attempts = 1, node = 'two', due_at = null");
        return run;
    }

    @Test
    void a_run_that_is_given_back_while_it_is_cancelled_is_cancelled() {
        JobRun run = running();
        Node two = new Node(parts("two", when(2, () -> isGivenBack(run)), KEYS));

        two.jobs().cancel(run.id(), "ada");

        assertThat(now(run).status()).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void a_run_that_is_given_back_while_it_is_taken_over_keeps_its_alarm() {
        JobRun run = running();
        Starter starter = new Starter(new Workshop(
                parts("two", when(1, () -> isGivenBack(run)), KEYS),
                new Alarms(Schedulers.client(parts("two", clock, KEYS), List.of())),
                new Workshop.Bell(() -> {}, () -> true)));

        assertThat(starter.begin(run.id())).isInstanceOf(Later.class);
    }
}
