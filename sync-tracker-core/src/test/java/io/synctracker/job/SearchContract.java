package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.testdatabases.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs are found by every part of a filter, counted while they wait, and removed when they are old. */
abstract class SearchContract extends JobTest {

    SearchContract(Vendor vendor) {
        super(vendor);
    }

    private static JobFilter filter(
            @Nullable JobStatus status, @Nullable String text, @Nullable Instant from, @Nullable Instant to) {
        return new JobFilter(null, null, status, null, null, null, null, null, null, text, from, to, null, 100);
    }

    private List<Long> ids(JobFilter filter) {
        return jobs().list(filter).stream().map(JobRun::id).toList();
    }

    private long fail(String error) {
        sync.does(job -> JobOutcome.failed(error));
        return run(SYNC).id();
    }

    @Test
    void the_newest_come_first_a_page_at_a_time() {
        long one = jobs().enqueue(SYNC).id();
        long two = jobs().enqueue(SYNC).id();
        long three = jobs().enqueue(SYNC).id();
        JobFilter page = new JobFilter(null, null, null, null, null, null, null, null, null, null, null, null, null, 2);
        JobFilter rest = new JobFilter(null, null, null, null, null, null, null, null, null, null, null, null, two, 2);

        assertThat(ids(page)).containsExactly(three, two);
        assertThat(ids(rest)).containsExactly(one);
    }

    @Test
    void each_part_of_a_filter_counts() {
        JobRun parent = run(SYNC);
        JobRun run = jobs().enqueue(new JobRequest(
                "whm",
                "other",
                "mailbox",
                "7",
                java.util.Map.of(),
                null,
                Overlap.WAIT,
                JobTrigger.COMMAND,
                "ann",
                0,
                3L,
                parent.id()));
        JobFilter all = new JobFilter(
                "whm",
                "other",
                JobStatus.QUEUED,
                "mailbox",
                "7",
                "ann",
                3L,
                parent.id(),
                JobTrigger.COMMAND,
                null,
                MovedClock.START,
                MovedClock.START.plusMillis(1),
                run.id() + 1,
                1);

        assertThat(ids(all)).containsExactly(run.id());
        List<UnaryOperator<JobFilter>> others = List.of(
                f -> new JobFilter(
                        "x",
                        f.action(),
                        f.status(),
                        f.targetType(),
                        f.targetId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        1),
                f -> new JobFilter(
                        "whm", "sync", JobStatus.QUEUED, null, null, null, null, null, null, null, null, null, null, 1),
                f -> new JobFilter("whm", null, null, "x", null, null, null, null, null, null, null, null, null, 1),
                f -> new JobFilter("whm", null, null, null, "8", null, null, null, null, null, null, null, null, 1),
                f -> new JobFilter("whm", null, null, null, null, "ben", null, null, null, null, null, null, null, 1),
                f -> new JobFilter("whm", null, null, null, null, null, 4L, null, null, null, null, null, null, 1),
                f -> new JobFilter("whm", null, null, null, null, null, null, 0L, null, null, null, null, null, 1),
                f -> new JobFilter(
                        "whm", null, null, null, null, null, null, null, JobTrigger.PERSON, null, null, null, null, 1));
        assertThat(others).allSatisfy(other -> assertThat(ids(other.apply(all))).isEmpty());
    }

    @Test
    void a_part_of_an_error_is_found_in_any_case_and_its_wildcards_mean_themselves() {
        long one = fail("Mailbox 100% full");
        fail("Mailbox 100 full");

        assertThat(ids(filter(null, "mailBOX 100%", null, null))).containsExactly(one);
        assertThat(ids(filter(null, "_ailbox", null, null))).isEmpty();
        assertThat(ids(filter(null, "ooo!", null, null))).isEmpty();
    }

    @Test
    void times_are_those_of_enqueuing_with_the_end_left_out() {
        long one = jobs().enqueue(SYNC).id();
        clock.advance(Duration.ofHours(1));
        long two = jobs().enqueue(SYNC).id();
        clock.advance(Duration.ofHours(1));
        long three = jobs().enqueue(SYNC).id();
        Instant start = MovedClock.START;

        assertThat(ids(filter(null, null, start.plusSeconds(1), start.plusSeconds(7200))))
                .containsExactly(two);
        assertThat(ids(filter(null, null, start.plusSeconds(3600), null))).containsExactly(three, two);
        assertThat(ids(filter(null, null, null, start.plusSeconds(3600)))).containsExactly(one);
    }

    @Test
    void the_last_success_is_by_the_end_of_the_run() {
        run(SYNC.withTarget("mailbox", "7"));
        clock.advance(Duration.ofHours(1));
        run(SYNC.withTarget("mailbox", "8"));
        clock.advance(Duration.ofHours(1));
        fail("no");

        assertThat(jobs().lastSuccess("whm", "sync", null)).contains(MovedClock.START.plusSeconds(3600));
        assertThat(jobs().lastSuccess("whm", "sync", "7")).contains(MovedClock.START);
        assertThat(jobs().lastSuccess("whm", "other", null)).isEmpty();
    }

    @Test
    void the_queue_tells_what_waits_what_runs_and_where() {
        jobs().enqueue(JobRequest.of("whm", "other"));
        clock.advance(Duration.ofSeconds(90));
        sync.does(job -> {
            jobs().enqueue(SYNC);
            JobQueue queue = jobs().queue();
            assertThat(queue.queued()).isEqualTo(2);
            assertThat(queue.running()).isOne();
            assertThat(queue.lag()).isEqualTo(Duration.ofSeconds(90));
            assertThat(queue.nodes()).containsExactly(new JobQueue.Node("one", 1));
            return JobOutcome.failed("done");
        });
        JobRun run = run(SYNC.withPriority(1));

        assertThat(now(run).error()).isEqualTo("done");
        assertThat(jobs().queue().lag()).isZero();
    }

    @Test
    void old_runs_are_removed_with_all_that_belongs_to_them() {
        sync.does(job -> {
            job.position("page", "2");
            job.confirm();
            return JobOutcome.failed("no");
        });
        JobRun old = run(SYNC);
        clock.advance(Duration.ofDays(1));
        JobRun young = jobs().retry(old.id(), null);
        JobRun waiting = jobs().enqueue(SYNC);
        node.turn();
        jdbc.update("update sync_runs set run_status = 'queued', finished_at = null where id = ?", waiting.id());

        assertThat(jobs().cleanup(Duration.ofHours(23))).isOne();
        assertThat(ids(JobFilter.ALL)).containsExactly(waiting.id(), young.id());
        assertThat(count("sync_run_attempts")).isEqualTo(2);
        assertThat(count("sync_run_positions where run_id = " + old.id())).isZero();
        assertThat(now(young).parentId()).isEqualTo(old.id());
    }

    @Test
    void runs_cannot_be_kept_for_less_than_nothing() {
        assertThatThrownBy(() -> jobs().cleanup(Duration.ofDays(-1)))
                .hasMessage("Runs cannot be kept for PT-24H. Give zero or more.");
    }
}
