package io.synctracker.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncStatus;
import io.synctracker.event.EntitySynced;
import io.synctracker.job.JobOutcome;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Zoo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages are applied once, whole, and as far as they have changed. */
abstract class PageContract extends PullTest {

    PageContract(Vendor vendor) {
        super(vendor);
    }

    private void threeProducts() {
        shop.holds(
                "products",
                record("p1", "name", "a", "price", 1),
                record("p2", "name", "b"),
                record("p3", "name", "c"));
    }

    @Test
    void records_become_entities_that_are_synced_with_the_system_and_sent_to_the_others() {
        threeProducts();

        assertThat(pull(products())).containsExactly(Map.entry("created", 3L));

        Zoo.Product product = product("p1");
        assertThat(product.name).isEqualTo("a");
        assertThat(product.price).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(host.tracker().state(product, "crm").orElseThrow().status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(host.log("crm")).isEmpty();
        assertThat(host.log("erp")).hasSize(3);
        assertThat(host.events).hasSize(3).hasOnlyElementsOfType(EntitySynced.class);
    }

    @Test
    void a_record_that_has_not_changed_writes_nothing() {
        threeProducts();
        pull(products());
        host.jdbc().update("delete from " + host.dialect().tables().logs());
        host.events.clear();
        String rows = rows();

        assertThat(pull(products())).containsExactly(Map.entry("unchanged", 3L));

        assertThat(rows()).isEqualTo(rows);
        assertThat(host.log("erp")).isEmpty();
        assertThat(host.events).isEmpty();
    }

    private String rows() {
        return host.jdbc().queryForList("select * from products order by id").toString()
                + host.jdbc().queryForList("select * from sync_links order by model_id")
                + host.jdbc().queryForList("select * from sync_tracked_entities order by model_id")
                + host.jdbc().queryForList("select * from sync_remote_records order by external_id");
    }

    @Test
    void a_record_that_has_changed_changes_its_entity_and_leaves_what_it_does_not_name() {
        shop.holds("products", record("p1", "name", "a", "price", 1));
        pull(products());
        shop.holds("products", record("p1", "name", "b"));

        assertThat(pull(products())).containsExactly(Map.entry("updated", 1L));

        assertThat(product("p1").name).isEqualTo("b");
        assertThat(product("p1").price).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(host.tracker().isSynced(product("p1"), "crm")).isTrue();
        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void a_tombstone_deletes_its_entity_once() {
        shop.holds("products", record("p1", "name", "a"));
        pull(products());
        shop.holds("products", RemoteRecord.gone("p1"), RemoteRecord.gone("p9"));

        assertThat(pull(products())).containsExactly(Map.entry("deleted", 1L));
        assertThat(pull(products())).containsExactly(Map.entry("unchanged", 1L));

        assertThat(productNames()).isEmpty();
        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void a_record_that_comes_back_is_made_anew() {
        shop.holds("products", record("p1", "name", "a"));
        pull(products());
        shop.holds("products", RemoteRecord.gone("p1"));
        pull(products());
        shop.holds("products", record("p1", "name", "a"));

        assertThat(pull(products())).containsExactly(Map.entry("created", 1L));

        assertThat(product("p1").name).isEqualTo("a");
        assertThat(conflicts()).isEmpty();
    }

    @Test
    void a_run_that_stops_between_pages_goes_on_at_the_page() {
        threeProducts();
        TestContext first = run();
        first.stopAt = 2;
        ConnectorEngine engine = engine(products());
        assertThatThrownBy(() -> pull(engine, first)).isInstanceOf(TestContext.Stopped.class);
        assertThat(productNames()).containsExactly("a", "b");
        assertThat(first.counts).containsExactly(Map.entry("created", 2L));
        shop.asked.clear();

        TestContext second = first.again(first.run().id());
        assertThat(pull(engine, second)).isEqualTo(JobOutcome.succeeded());

        assertThat(shop.asked).extracting(FetchRequest::checkpoint).containsExactly("2");
        assertThat(second.counts).containsExactly(Map.entry("created", 1L));
        assertThat(productNames()).containsExactly("a", "b", "c");
    }

    @Test
    void progress_counts_the_records_of_all_streams() {
        threeProducts();
        shop.holds("customers", record("c1", "name", "x"));
        TestContext context = run();

        pull(engine(products(), StreamBinding.of("crm", "customers", Zoo.Customer.class)), context);

        assertThat(context.done).isEqualTo(4);
        assertThat(context.total).isEqualTo(4);
    }

    @Test
    void an_incremental_stream_begins_where_it_ended() {
        threeProducts();
        shop.finalCheckpoint = "3";
        ConnectorEngine engine = engine(products().withIncremental(true));
        pull(engine);
        shop.asked.clear();

        pull(engine);

        assertThat(shop.asked).extracting(FetchRequest::checkpoint).containsExactly("3");
    }

    @Test
    void a_window_does_not_move_the_checkpoint() {
        threeProducts();
        shop.finalCheckpoint = "3";
        ConnectorEngine engine = engine(products().withIncremental(true));
        LocalDate day = LocalDate.of(2026, 3, 28);
        FetchWindow window = new FetchWindow(day, day, ZoneId.of("Europe/Berlin"));
        pull(engine, run().with(PullRequest.of("crm").withWindow(window)));
        assertThat(shop.asked).extracting(FetchRequest::window).containsOnly(window);
        shop.asked.clear();

        pull(engine);

        assertThat(shop.asked.get(0)).isEqualTo(new FetchRequest("products", null, null));
    }

    @Test
    void one_stream_can_be_pulled_alone() {
        shop.holds("customers", record("c1", "name", "x"));
        threeProducts();

        pull(
                engine(products(), StreamBinding.of("crm", "customers", Zoo.Customer.class)),
                run().with(PullRequest.of("crm").withStream("customers")));

        assertThat(shop.asked).extracting(FetchRequest::stream).containsExactly("customers");
    }

    @Test
    void a_system_that_asks_to_wait_is_waited_for() {
        shop.answers(request -> {
            throw new ConnectorUnavailableException("Too many calls.", Duration.ofSeconds(30));
        });

        assertThat(pull(engine(products()), run()))
                .isEqualTo(JobOutcome.deferred("Too many calls.", Duration.ofSeconds(30)));
    }

    @Test
    void what_is_no_page_is_tried_again_and_applied_in_no_part() {
        shop.answers(request -> RecordPage.of(List.of(record("p1", "name", "a")), "x".repeat(4001)));

        assertThat(pull(engine(products()), run()))
                .isEqualTo(JobOutcome.deferred("What came is not a page: A page of the stream 'products' of crm has a"
                        + " checkpoint of 4001 characters; 4000 is the limit."));
        assertThat(productNames()).isEmpty();
    }

    @Test
    void a_checkpoint_that_no_database_takes_is_no_page() {
        threeProducts();
        shop.answers(request -> new RecordPage(shop.page(request).records(), "x\u0000", true, null));

        JobOutcome outcome = pull(engine(products().withIncremental(true)), run());

        assertThat(outcome)
                .isEqualTo(JobOutcome.deferred("What came is not a page: A page of the stream 'products' of crm has a"
                        + " checkpoint with a NUL or half a character, which no database takes."));
        assertThat(productNames()).isEmpty();
        assertThat(setAsides()).isEmpty();
    }

    @Test
    void a_page_that_leads_to_itself_ends_the_run() {
        shop.answers(request -> new RecordPage(List.of(), request.checkpoint(), false, null));

        assertThat(pull(engine(products()), run()))
                .isEqualTo(JobOutcome.deferred("What came is not a page: A page of the stream 'products' of crm is not"
                        + " the last, but leads to no other page."));
    }
}
