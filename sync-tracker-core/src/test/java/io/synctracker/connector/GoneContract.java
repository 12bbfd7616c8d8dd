package io.synctracker.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.job.JobOutcome;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Zoo;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pass over a whole stream finds what is gone. */
abstract class GoneContract extends PullTest {

    private ConnectorEngine engine;

    GoneContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeEach
    void bind() {
        engine = engine(products().withDeletion(Deletion.FULL_PASS));
    }

    private void holds(String... names) {
        shop.holds(
                "products",
                List.of(names).stream()
                        .map(name -> record("p-" + name, "name", name))
                        .toArray(RemoteRecord[]::new));
    }

    @Test
    void a_record_that_is_missing_is_deleted() {
        holds("a", "b", "c");
        pull(engine);
        holds("a", "c");

        assertThat(pull(engine)).containsOnly(Map.entry("unchanged", 2L), Map.entry("deleted", 1L));
        assertThat(pull(engine)).containsExactly(Map.entry("unchanged", 2L));

        assertThat(productNames()).containsExactly("a", "c");
        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void more_are_deleted_than_go_into_one_transaction() {
        shop.pageSize = 2000;
        shop.holds(
                "products",
                IntStream.range(0, 1100)
                        .mapToObj(i -> record("p" + i, "name", "n"))
                        .toArray(RemoteRecord[]::new));
        pull(engine);
        holds("a");

        assertThat(pull(engine)).containsOnly(Map.entry("created", 1L), Map.entry("deleted", 1100L));
    }

    @Test
    void an_empty_stream_deletes_nothing() {
        holds("a");
        pull(engine);
        holds();

        assertThat(pull(engine, run()))
                .isEqualTo(JobOutcome.failed("The stream 'products' of crm was empty, though records of it are known."
                        + " Nothing is deleted for that: look whether the system answers as it should."));
        assertThat(productNames()).containsExactly("a");
    }

    @Test
    void a_window_deletes_nothing() {
        holds("a", "b");
        pull(engine);
        holds("a");
        LocalDate day = LocalDate.of(2026, 1, 1);

        pull(engine, run().with(PullRequest.of("crm").withWindow(new FetchWindow(day, day, ZoneOffset.UTC))));

        assertThat(productNames()).containsExactly("a", "b");
    }

    @Test
    void a_record_that_is_set_aside_is_not_gone() {
        holds("a", "b");
        pull(engine);
        shop.holds("products", record("p-a", "name", List.of()), record("p-b", "name", "b"));

        pull(engine);

        assertThat(productNames()).containsExactly("a", "b");
    }

    @Test
    void a_retry_of_the_run_has_met_what_the_run_has_met() {
        holds("a", "b", "c");
        pull(engine);
        holds("a", "b", "c", "d");
        TestContext first = run();
        first.stopAt = 2;
        assertThatThrownBy(() -> pull(engine, first)).isInstanceOf(TestContext.Stopped.class);

        assertThat(pull(engine, first.again(nextRun()))).isEqualTo(JobOutcome.succeeded());

        assertThat(productNames()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void what_cannot_be_deleted_is_set_aside_and_the_others_are_deleted() {
        shop.holds("customers", record("c1", "name", "a"), record("c2", "name", "b"), record("c3", "name", "c"));
        ConnectorEngine customers =
                engine(StreamBinding.of("crm", "customers", Zoo.Customer.class).withDeletion(Deletion.FULL_PASS));
        pull(customers);
        Zoo.Order order = new Zoo.Order();
        host.run(entityManager -> {
            order.customer = host.tracker()
                    .findByExternalId("c1", "crm", Zoo.Customer.class)
                    .orElseThrow();
            entityManager.persist(order);
        });
        shop.holds("customers", record("c3", "name", "c"));

        Map<String, Long> counts = pull(customers);

        assertThat(counts)
                .containsOnly(Map.entry("unchanged", 1L), Map.entry("deleted", 1L), Map.entry("setAside", 1L));
        assertThat(setAsides()).extracting(SetAsides.SetAside::externalId).containsExactly("c1");
    }
}
