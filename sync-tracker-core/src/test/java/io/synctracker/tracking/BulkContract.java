package io.synctracker.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Keys;
import io.synctracker.testing.Zoo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Hibernate does not see is recorded by touch and backfill, and found by the detector. */
abstract class BulkContract extends DatabaseTest {

    BulkContract(Vendor vendor) {
        super(vendor);
    }

    @AfterEach
    void detect_no_more() {
        host.failOnBulk(false);
    }

    private List<Zoo.Product> products(int count) {
        List<Zoo.Product> products = new ArrayList<>();
        host.run(em -> {
            for (int i = 0; i < count; i++) {
                Zoo.Product product = new Zoo.Product("p" + i);
                em.persist(product);
                products.add(product);
            }
        });
        return products;
    }

    @Test
    void a_touched_entity_is_sent_and_pending() {
        Zoo.Product product = products(1).get(0);
        host.tracker().markAsSynced(product, "X", "crm");
        host.takeLog("crm");

        assertThat(host.tracker().touch(Zoo.Product.class, List.of(product.id))).isEqualTo(1);

        assertThat(host.log("crm")).containsExactly("update product " + product.id);
        assertThat(host.tracker().needsSync(product, "crm")).isTrue();
    }

    @Test
    void touching_a_row_that_is_gone_records_its_deletion() {
        Zoo.Product product = products(1).get(0);
        host.takeLog("crm");

        host.run(em -> {
            em.createQuery("delete from Product").executeUpdate();
            host.tracker().touch(Zoo.Product.class, List.of(product.id));
        });

        assertThat(host.log("crm")).containsExactly("delete product " + product.id);
    }

    @Test
    void touching_an_id_that_never_was_records_nothing() {
        assertThat(host.tracker().touch(Zoo.Product.class, List.of(-1L))).isZero();
        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void touching_a_snapshot_stores_its_state() {
        Zoo.Snap snap = new Zoo.Snap();
        snap.id = 1L;
        snap.name = "now";
        snap.tags.add("tagged");
        host.save(snap);
        host.takeLog("crm");

        host.tracker().touch(Zoo.Snap.class, List.of(1L));

        assertThat(host.jdbc().queryForList("select data from sync_logs", String.class))
                .allMatch(data -> data.contains("now") && data.contains("tagged"));
    }

    @Test
    void backfill_enqueues_what_was_there_before_in_the_order_of_ids() {
        List<Zoo.Product> products = products(1203);
        host.forgetAll();
        List<String> progress = new ArrayList<>();

        long recorded = host.tracker().backfill(Zoo.Product.class, (done, total) -> progress.add(done + "/" + total));

        assertThat(recorded).isEqualTo(1203);
        assertThat(host.log("crm")).hasSize(1203).first().isEqualTo("create product " + products.get(0).id);
        assertThat(progress).containsExactly("500/1203", "1000/1203", "1203/1203");
    }

    @Test
    void backfill_again_changes_nothing() {
        products(3);
        host.forgetAll();
        host.tracker().backfill(Zoo.Product.class);

        assertThat(host.tracker().backfill(Zoo.Product.class)).isZero();
        assertThat(host.log("crm")).hasSize(3);
    }

    @Test
    void backfill_leaves_out_a_system_that_holds_the_entity() {
        Zoo.Product product = products(1).get(0);
        host.forgetAll();
        host.tracker().markAsSynced(product, "X", "crm");

        host.tracker().backfill(Zoo.Product.class);

        assertThat(host.log("crm")).isEmpty();
        assertThat(host.log("erp")).containsExactly("create product " + product.id);
        assertThat(host.tracker().isSynced(product, "crm")).isTrue();
    }

    @Test
    void backfill_pages_through_composite_ids() {
        host.run(em -> {
            for (int i = 0; i < 1100; i++) {
                em.persist(new Keys.Keyed("z" + i % 7, i));
            }
        });
        host.forgetAll();

        assertThat(host.tracker().backfill(Keys.Keyed.class)).isEqualTo(1100);
        assertThat(host.log("crm")).hasSize(1100).doesNotHaveDuplicates();
    }

    @Test
    void a_bulk_update_that_nobody_touches_is_detected() {
        products(1);
        host.failOnBulk(true);

        assertThatThrownBy(() -> host.run(
                        em -> em.createQuery("update Product set name = 'x'").executeUpdate()))
                .hasMessageContaining("touch(Product.class");
    }

    @Test
    void a_native_statement_on_a_tracked_table_is_detected() {
        host.failOnBulk(true);

        assertThatThrownBy(() -> host.run(
                        em -> em.createNativeQuery("delete from products").executeUpdate()))
                .hasMessageContaining("touch(Product.class");
    }

    @Test
    void a_bulk_statement_that_is_touched_is_no_offence() {
        Zoo.Product product = products(1).get(0);
        host.failOnBulk(true);

        host.run(em -> {
            em.createQuery("update Product set name = 'x'").executeUpdate();
            host.tracker().touch(Zoo.Product.class, List.of(product.id));
        });

        assertThat(host.log("crm")).last().isEqualTo("update product " + product.id);
    }

    @Test
    void an_entity_that_a_query_flushes_is_no_offence() {
        Zoo.Product product = products(1).get(0);
        host.failOnBulk(true);

        host.run(em -> {
            em.find(Zoo.Product.class, product.id).name = "changed";
            em.createQuery("from Product", Zoo.Product.class).getResultList();
        });

        assertThat(host.log("crm")).last().isEqualTo("update product " + product.id);
    }

    @Test
    void a_bulk_statement_on_an_untracked_table_is_no_offence() {
        host.failOnBulk(true);

        host.run(em -> em.createQuery("update Plain set name = 'x'").executeUpdate());

        assertThat(host.log("crm")).isEmpty();
    }
}
