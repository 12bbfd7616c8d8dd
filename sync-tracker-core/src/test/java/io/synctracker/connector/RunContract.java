package io.synctracker.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.job.JobEngine;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Until;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pulls are runs: enqueued, run by whichever process is there, and left on record. */
abstract class RunContract extends PullTest {

    private JobEngine engine;
    private ConnectorEngine connectors;

    RunContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeEach
    void start() {
        List.of("run_positions", "run_attempts", "runs", "jobs")
                .forEach(table -> host.jdbc().update("delete from sync_" + table));
        connectors = Pulling.engine(host, shop, List.of(products()), () -> engine);
        engine = Pulling.jobs(host, () -> connectors, "one");
        engine.start();
        shop.holds("products", record("p1", "name", "a"), record("p2", "name", "b"), record("p3", "name", "c"));
    }

    @AfterEach
    void stopEngine() {
        engine.close();
    }

    private JobRun now(JobRun run) {
        return engine.jobs().find(run.id()).orElseThrow();
    }

    private void untilEnded(JobRun run) {
        Until.holds(() -> now(run).status().finished());
    }

    @Test
    void a_pull_leaves_a_run_with_its_counts() {
        JobRun run = connectors.connections().pull(PullRequest.of("crm"));

        untilEnded(run);

        assertThat(now(run).status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(now(run).counts()).containsExactly(Map.entry("created", 3L));
        assertThat(now(run).done()).isEqualTo(3);
        assertThat(productNames()).containsExactly("a", "b", "c");
        assertThat(engine.jobs().lastSuccess("crm", "pull", "*")).isPresent();
    }

    @Test
    void a_retry_goes_on_at_the_page_where_the_run_was_given_up() {
        shop.answers(request -> {
            if (request.checkpoint() != null) {
                throw new IllegalStateException("down");
            }
            return shop.page(request);
        });
        JobRun run = connectors.connections().pull(PullRequest.of("crm"));
        Until.holds(() -> engine.jobs().attempts(run.id()).stream().anyMatch(each -> each.endedAt() != null));
        engine.jobs().cancel(run.id(), "ada");
        untilEnded(run);
        assertThat(productNames()).containsExactly("a", "b");
        shop.answersAsEver();
        shop.asked.clear();

        JobRun retry = engine.jobs().retry(run.id(), "ada");
        untilEnded(retry);

        assertThat(now(retry).status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(shop.asked).extracting(FetchRequest::checkpoint).containsExactly("2");
        assertThat(productNames()).containsExactly("a", "b", "c");
    }

    @Test
    void of_two_processes_that_believe_to_have_the_run_one_commits() {
        shop.answers(request -> {
            host.jdbc().update("update sync_runs set attempts = attempts + 1");
            return shop.page(request);
        });
        JobRun run = connectors.connections().pull(PullRequest.of("crm"));

        Until.holds(() -> !shop.asked.isEmpty());
        engine.close();

        assertThat(productNames()).isEmpty();
        assertThat(setAsides()).isEmpty();
        assertThat(now(run).counts()).isEmpty();
    }

    @Test
    void a_cancelled_pull_stops_between_pages() {
        JobRun[] run = new JobRun[1];
        shop.pageSize = 1;
        shop.answers(request -> {
            Until.holds(() -> run[0] != null);
            engine.jobs().cancel(run[0].id(), "ada");
            return shop.page(request);
        });
        run[0] = connectors.connections().pull(PullRequest.of("crm"));

        untilEnded(run[0]);

        assertThat(now(run[0]).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(productNames().size()).isLessThanOrEqualTo(3);
    }
}
