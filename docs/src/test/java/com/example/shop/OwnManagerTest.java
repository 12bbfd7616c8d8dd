package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.SyncState;
import io.synctracker.SyncStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** The code of docs/how-to/custom-manager.md, query-sync-state.md and migrate-from-timestamps.md. */
class OwnManagerTest extends ShopTest {

    @Autowired
    LegacySync manager;

    @Autowired
    FakeLegacy legacy;

    @Autowired
    Uploads uploads;

    @Autowired
    SyncStatusController controller;

    @Autowired
    Overview overview;

    @Autowired
    Tombstones tombstones;

    @Autowired
    Migration migration;

    @Autowired
    FirstSync firstSync;

    @BeforeEach
    void forget() {
        legacy.statements.clear();
    }

    @Test
    void everything_is_pushed_once_and_what_failed_is_noted() {
        for (int i = 0; i < 250; i++) {
            product(i == 120 ? "refused" : "p" + i);
        }

        assertThat(manager.pushAll("b1")).isEqualTo(250);

        assertThat(legacy.statements).hasSize(249);
        assertThat(products.findFailedSync("legacy", PageRequest.of(0, 9)))
                .singleElement()
                .satisfies(product -> assertThat(
                                syncTracker.state(product, "legacy").orElseThrow())
                        .satisfies(state -> assertThat(state.lastError()).isEqualTo("LegacyException: ORA-00001"))
                        .satisfies(state -> assertThat(state.metadata()).containsEntry("place", 121)));
        assertThat(manager.pushAll("b2")).isEqualTo(1);
    }

    @Test
    void many_are_marked_at_once() {
        List<Product> all = List.of(product("a"), product("b"));
        StringBuilder progress = new StringBuilder();

        List<SyncState> states = uploads.uploaded(
                all,
                Map.of(all.get(0).id(), "W1", all.get(1).id(), "W2"),
                (done, total) -> progress.append(done).append('/').append(total));

        assertThat(states).extracting(SyncState::externalId).containsExactly("W1", "W2");
        assertThat(progress).hasToString("2/2");
    }

    @Test
    void the_status_is_shown() {
        Product product = product("p");
        assertThat(controller.status(product.id(), "erp").status()).isEqualTo(SyncStatus.PENDING);

        deliver();

        assertThat(controller.status(product.id(), "erp"))
                .extracting(SyncStatusController.View::status, SyncStatusController.View::externalId)
                .containsExactly(SyncStatus.SYNCED, "A-" + product.id());
    }

    @Test
    void a_product_stands_in_several_systems() {
        Product product = product("p");
        overview.link(product);

        assertThat(overview.whereIs(product)).isEqualTo("erp: SYNCED, A-17; shop: SYNCED, 7421; ");
        assertThat(overview.byErpNumber("A-17")).map(Product::id).contains(product.id());
    }

    @Test
    void queries_find_what_waits_and_what_failed() {
        erp.code = "BUSY";
        product("cheap");
        Customer customer = customer("Ada");
        relay.runOnce();

        assertThat(overview.errorsOfCheapProducts()).hasSize(1);
        assertThat(overview.expensiveOnesThatFailed()).isEmpty();
        assertThat(overview.firstHundredThatWait()).isEmpty();
        customer.name = "Ada L.";
        customers.save(customer);
        assertThat(overview.firstHundredThatWait()).hasSize(1);
    }

    @Test
    void what_was_deleted_here_and_not_there_is_found() {
        Product product = product("p");
        syncTracker.markAsSynced(product, "A", "erp");

        products.delete(product);

        assertThat(tombstones.deletedHereAndStillIn("erp")).hasSize(1);
    }

    @Test
    void a_system_that_has_some_already_is_sent_the_others_and_the_changed_ones() {
        Product known = product("known");
        Product stale = product("stale");
        Product unknown = product("unknown");
        jdbc.update("delete from sync_logs");
        jdbc.update("delete from sync_tracked_entities");

        migration.takeOver(known.id(), "A-1", true);
        migration.takeOver(stale.id(), "A-2", false);
        assertThat(migration.notYetInTheErp()).isEqualTo(2);
        firstSync.run();
        deliver();

        assertThat(erp.uploads.stream().flatMap(List::stream).map(ErpClient.Line::article))
                .containsExactlyInAnyOrder(stale.id().toString(), unknown.id().toString());
        assertThat(migration.notYetInTheErp()).isZero();
    }
}
