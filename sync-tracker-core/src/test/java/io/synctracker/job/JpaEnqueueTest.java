package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Zoo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs and entities are written in one transaction of the application's. */
class JpaEnqueueTest extends DatabaseTest {

    private final RecordingJob sync = new RecordingJob("sync");
    private final List<Object> events = new ArrayList<>();
    private Node node;

    JpaEnqueueTest() {
        super(Vendor.POSTGRESQL);
    }

    @BeforeEach
    void makeNode() {
        events.clear();
        sync.forget();
        List.of("sync_jobs", "sync_runs", "sync_run_attempts")
                .forEach(table -> host.jdbc().update("delete from " + table));
        node = new Node(new JobParts(
                new JobStore(
                        host.dataSource(),
                        Objects.requireNonNull(host.transactions().getTransactionManager()),
                        host.dialect(),
                        JobTest.KEYS),
                () -> List.of(sync),
                List::of,
                Optional::empty,
                events::add,
                Clock.systemUTC(),
                JobSettings.DEFAULT));
    }

    private long runs() {
        return Objects.requireNonNull(host.jdbc().queryForObject("select count(*) from sync_runs", Long.class));
    }

    @Test
    void a_run_goes_with_the_entity_that_was_saved() {
        host.run(entityManager -> {
            Zoo.Plain plain = new Zoo.Plain();
            plain.id = 1L;
            entityManager.persist(plain);
            node.jobs().enqueue(JobTest.SYNC);
        });
        node.turn();

        assertThat(sync.runs()).hasSize(1);
    }

    @Test
    void a_run_goes_with_the_transaction_that_was_rolled_back() {
        host.transactions().executeWithoutResult(status -> {
            node.jobs().enqueue(JobTest.SYNC);
            assertThat(runs()).isOne();
            status.setRollbackOnly();
        });

        assertThat(runs()).isZero();
        assertThat(host.jdbc().queryForList("select * from sync_jobs")).isEmpty();
    }

    @Test
    void without_a_transaction_it_makes_its_own() {
        node.jobs().enqueue(JobTest.SYNC);

        assertThat(runs()).isOne();
    }

    @Test
    void a_job_confirms_in_a_transaction_of_the_application() {
        sync.does(job -> {
            host.run(entityManager -> {
                job.proceed();
                job.count("seen", 1);
                job.confirm();
                job.proceed();
            });
            return JobOutcome.succeeded();
        });
        JobRun run = node.jobs().enqueue(JobTest.SYNC);
        node.turn();

        assertThat(node.jobs().find(run.id()).orElseThrow().counts()).containsEntry("seen", 1L);
    }

    @Test
    void what_a_listener_writes_is_committed() {
        JobRun run = host.call(entityManager -> node.jobs().enqueue(JobTest.SYNC));
        host.run(entityManager -> {
            node.jobs().cancel(run.id(), "ann");
            assertThat(events).isEmpty();
        });

        assertThat(events).hasSize(1);
    }
}
