package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Until;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Engines that run by themselves, two on one database. */
abstract class BackgroundContract extends JobTest {

    private final List<JobEngine> engines = new ArrayList<>();

    BackgroundContract(Vendor vendor) {
        super(vendor);
    }

    private JobEngine start(String name) {
        JobParts parts = parts(name, Clock.systemUTC(), KEYS);
        JobEngine engine = JobEngine.of(new JobParts(
                parts.store(),
                parts.jobs(),
                parts.sources(),
                parts.timerOwner(),
                parts.publisher(),
                parts.clock(),
                parts.settings().withThreads(4)));
        engines.add(engine);
        engine.start();
        return engine;
    }

    @AfterEach
    void stopAll() {
        engines.forEach(JobEngine::close);
        engines.clear();
    }

    private long unfinished() {
        return count("sync_runs where run_status in ('queued', 'running')");
    }

    @Test
    void each_of_two_hundred_runs_is_done_once_and_those_of_a_key_in_turn() {
        Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
        List<String> overlaps = Collections.synchronizedList(new ArrayList<>());
        Map<String, List<Long>> order = new ConcurrentHashMap<>();
        sync.does(job -> {
            String key = String.valueOf(job.run().key());
            if (busy.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet() > 1) {
                overlaps.add(key);
            }
            order.computeIfAbsent(key, k -> Collections.synchronizedList(new ArrayList<>()))
                    .add(job.run().id());
            busy.get(key).decrementAndGet();
            return JobOutcome.succeeded();
        });
        JobEngine one = start("a");
        start("b");
        for (int i = 0; i < 200; i++) {
            one.jobs().enqueue(SYNC.withKey("key-" + i % 20, Overlap.WAIT));
        }
        Until.holds(() -> unfinished() == 0);

        assertThat(sync.runs()).hasSize(200).doesNotHaveDuplicates();
        assertThat(overlaps).isEmpty();
        assertThat(order).hasSize(20).allSatisfy((key, runs) -> assertThat(runs).isSorted());
        Until.holds(() -> events.size() == 200);
    }

    @Test
    void what_is_committed_begins_without_waiting_for_a_poll() {
        JobParts parts = parts("a", Clock.systemUTC(), KEYS);
        JobEngine engine = JobEngine.of(new JobParts(
                parts.store(),
                parts.jobs(),
                parts.sources(),
                parts.timerOwner(),
                parts.publisher(),
                parts.clock(),
                parts.settings().withPollInterval(Duration.ofHours(1))));
        engines.add(engine);
        engine.start();
        transactions.executeWithoutResult(status -> engine.jobs().enqueue(SYNC));

        Until.holds(() -> sync.runs().size() == 1);
    }

    @Test
    void a_stop_gives_a_run_back_without_taking_a_try_from_it() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        sync.isTried(JobPolicy.ONCE);
        sync.does(job -> {
            begun.countDown();
            while (true) {
                job.proceed();
                Thread.onSpinWait();
            }
        });
        JobEngine engine = start("a");
        JobRun run = engine.jobs().enqueue(SYNC);
        begun.await();
        engine.stop();
        assertThat(now(run).status()).isEqualTo(JobStatus.QUEUED);
        sync.does(job -> JobOutcome.succeeded());
        engine.start();
        Until.holds(() -> now(run).status() == JobStatus.SUCCESS);

        assertThat(jobs().attempts(run.id())).extracting(JobAttempt::outcome).containsExactly("deferred", "succeeded");
    }

    @Test
    void a_stop_interrupts_what_does_not_listen() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        sync.does(job -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return JobOutcome.succeeded();
        });
        JobEngine engine = start("a");
        JobRun run = engine.jobs().enqueue(SYNC);
        begun.await();
        engine.stop();

        assertThat(now(run).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(now(run).error()).isEqualTo("The process a went down");
    }

    @Test
    void two_jobs_of_one_name_stop_the_start() {
        JobParts parts = parts("a", Clock.systemUTC(), KEYS);
        JobEngine engine = JobEngine.of(new JobParts(
                parts.store(),
                () -> List.of(sync, new RecordingJob("sync")),
                parts.sources(),
                parts.timerOwner(),
                parts.publisher(),
                parts.clock(),
                parts.settings()));

        assertThatThrownBy(engine::start).hasMessageContaining("Two jobs are called 'whm/sync'");
        assertThat(engine.isRunning()).isFalse();
    }
}
