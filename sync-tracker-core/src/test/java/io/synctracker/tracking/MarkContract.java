package io.synctracker.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncState;
import io.synctracker.SyncStatus;
import io.synctracker.model.NotTrackedException;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Zoo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a mark notes, and what the tracker answers after it. */
abstract class MarkContract extends DatabaseTest {

    MarkContract(Vendor vendor) {
        super(vendor);
    }

    private SyncTracker tracker() {
        return host.tracker();
    }

    private Zoo.Product product(String name) {
        return host.save(new Zoo.Product(name));
    }

    @Test
    void an_entity_is_not_synced_before_it_is_marked() {
        Zoo.Product product = product("a");

        assertThat(tracker().isSynced(product)).isFalse();
        assertThat(tracker().isSynced(product, "crm")).isFalse();
        assertThat(tracker().needsSync(product, "crm")).isTrue();
        assertThat(tracker().state(product, "crm")).isEmpty();
    }

    @Test
    void a_mark_is_found_again() {
        Zoo.Product product = product("a");

        SyncState state = tracker().markAsSynced(product, "SF-1", "crm", Map.of("account", "gold"));

        assertThat(state.status()).isEqualTo(SyncStatus.SYNCED);
        assertThat(tracker().state(product, "crm")).contains(state);
        assertThat(tracker().isSynced(product)).isTrue();
        assertThat(tracker().externalId(product, "crm")).contains("SF-1");
        assertThat(state.metadata()).isEqualTo(Map.of("account", "gold"));
        assertThat(state.firstSyncedAt()).isEqualTo(state.syncedAt()).isNotNull();
    }

    @Test
    void each_system_has_a_state_of_its_own() {
        Zoo.Product product = product("a");

        tracker().markAsSynced(product, "SF-1", "crm");
        tracker().markAsFailed(product, "erp", "down", Map.of());

        assertThat(tracker().states(product))
                .extracting(SyncState::system, SyncState::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("crm", SyncStatus.SYNCED),
                        org.assertj.core.groups.Tuple.tuple("erp", SyncStatus.FAILED));
        assertThat(tracker().isSynced(product, "crm")).isTrue();
        assertThat(tracker().isSynced(product)).isFalse();
    }

    @Test
    void marking_again_keeps_what_is_not_given() {
        Zoo.Product product = product("a");
        SyncState first = tracker().markAsSynced(product, "SF-1", "crm", Map.of("k", "v"));

        SyncState again = tracker().markAsSynced(product, "crm");

        assertThat(again.externalId()).isEqualTo("SF-1");
        assertThat(again.metadata()).isEqualTo(Map.of("k", "v"));
        assertThat(again.firstSyncedAt()).isEqualTo(first.firstSyncedAt());
    }

    @Test
    void an_edit_after_the_mark_is_pending() {
        Zoo.Product product = product("a");
        tracker().markAsSynced(product, "SF-1", "crm");

        host.run(em -> em.find(Zoo.Product.class, product.id).name = "b");

        assertThat(tracker().needsSync(product, "crm")).isTrue();
        assertThat(tracker().state(product, "crm").map(SyncState::status)).contains(SyncStatus.PENDING);
        assertThat(tracker().externalId(product, "crm")).contains("SF-1");
    }

    @Test
    void a_mark_covers_what_the_transaction_has_edited_before_it() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> {
            Zoo.Product found = em.find(Zoo.Product.class, product.id);
            found.name = "b";
            tracker().markAsSynced(found, "SF-1", "crm");
        });

        assertThat(tracker().isSynced(product, "crm")).isTrue();
        assertThat(host.log("crm")).isEmpty();
        assertThat(host.log("erp")).containsExactly("update product " + product.id);
    }

    @Test
    void an_edit_later_in_the_transaction_of_the_mark_is_pending() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> {
            Zoo.Product found = em.find(Zoo.Product.class, product.id);
            found.name = "b";
            tracker().markAsSynced(found, "SF-1", "crm");
            found.name = "c";
        });

        assertThat(tracker().needsSync(product, "crm")).isTrue();
        assertThat(host.log("crm")).containsExactly("update product " + product.id);
    }

    @Test
    void an_entity_that_is_saved_and_marked_in_one_transaction_is_synced() {
        Zoo.Product product = new Zoo.Product("a");
        host.run(em -> {
            em.persist(product);
            tracker().markAsSynced(product, "SF-1", "crm");
        });

        assertThat(tracker().isSynced(product, "crm")).isTrue();
        assertThat(host.log("crm")).isEmpty();
        assertThat(host.log("erp")).containsExactly("create product " + product.id);
    }

    @Test
    void reads_see_what_the_transaction_has_marked_and_edited() {
        Zoo.Product product = product("a");

        host.run(em -> {
            Zoo.Product found = em.find(Zoo.Product.class, product.id);
            tracker().markAsSynced(found, "SF-1", "crm");
            assertThat(tracker().isSynced(found, "crm")).isTrue();
            found.name = "b";
            assertThat(tracker().isSynced(found, "crm")).isFalse();
        });
    }

    @Test
    void a_failure_counts_and_never_touches_when_it_was_synced() {
        Zoo.Product product = product("a");
        SyncState synced = tracker().markAsSynced(product, "SF-1", "crm");

        tracker().markAsFailed(product, "crm", new IllegalStateException("first"));
        SyncState failed = tracker().markAsFailed(product, "crm", "second", Map.of("code", 7));

        assertThat(failed.status()).isEqualTo(SyncStatus.FAILED);
        assertThat(failed.retryCount()).isEqualTo(2);
        assertThat(failed.lastError()).isEqualTo("second");
        assertThat(failed.syncedAt()).isEqualTo(synced.syncedAt());
        assertThat(failed.updatedAt()).isEqualTo(synced.updatedAt());
        assertThat(failed.metadata()).isEqualTo(Map.of("code", 7));
    }

    @Test
    void a_first_ever_failure_is_noted() {
        Zoo.Product product = product("a");

        tracker().markAsFailed(product, "crm", new IllegalStateException("refused"));

        assertThat(tracker().state(product, "crm").map(SyncState::lastError))
                .contains("IllegalStateException: refused");
    }

    @Test
    void a_success_resets_the_failures() {
        Zoo.Product product = product("a");
        tracker().markAsFailed(product, "crm", "down", Map.of());

        SyncState state = tracker().markAsSynced(product, "SF-1", "crm");

        assertThat(state.retryCount()).isZero();
        assertThat(state.lastError()).isNull();
    }

    @Test
    void a_pending_mark_asks_for_a_sync_of_an_unchanged_entity() {
        Zoo.Product product = product("a");
        tracker().markAsSynced(product, "SF-1", "crm");

        tracker().markAsPending(product, "crm");

        assertThat(tracker().needsSync(product, "crm")).isTrue();
    }

    @Test
    void metadata_is_merged_and_replaced_without_touching_the_status() {
        Zoo.Product product = product("a");
        tracker().markAsSynced(product, "SF-1", "crm", Map.of("a", 1));

        SyncState merged = tracker().mergeMetadata(product, "crm", Map.of("b", 2));
        SyncState replaced = tracker().setMetadata(product, "crm", Map.of("c", 3));

        assertThat(merged.metadata()).isEqualTo(Map.of("a", 1, "b", 2));
        assertThat(replaced.metadata()).isEqualTo(Map.of("c", 3));
        assertThat(tracker().isSynced(product, "crm")).isTrue();
    }

    @Test
    void metadata_may_hold_null_and_any_text() {
        Zoo.Product product = product("a");
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("nothing", null);
        metadata.put("nul", "a\u0000b");
        metadata.put("half", "\ud800");
        metadata.put("deep", Map.of("list", List.of(1, "zwei", true)));

        tracker().markAsSynced(product, "SF-1", "crm", metadata);

        assertThat(tracker().state(product, "crm").orElseThrow().metadata()).isEqualTo(metadata);
    }

    @Test
    void metadata_of_ten_megabytes_comes_back_whole() {
        Zoo.Product product = product("a");
        String large = "x".repeat(10_000_000);

        tracker().mergeMetadata(product, "crm", Map.of("large", large));

        assertThat(tracker().state(product, "crm").orElseThrow().metadata().get("large"))
                .isEqualTo(large);
    }

    @Test
    void metadata_that_cannot_be_written_is_refused_by_its_key() {
        Zoo.Product product = product("a");

        assertThatThrownBy(() -> tracker().mergeMetadata(product, "crm", Map.of("spring", new Zoo.Spring())))
                .isInstanceOf(InvalidMarkException.class)
                .hasMessageContaining("'spring'");
        assertThat(tracker().state(product, "crm")).isEmpty();
    }

    @Test
    void an_entity_that_is_not_saved_is_refused_before_any_sql() {
        assertThatThrownBy(() -> tracker().markAsSynced(new Zoo.Product("new"), "SF-1", "crm"))
                .isInstanceOf(InvalidMarkException.class)
                .hasMessageContaining("Save it first");
    }

    @Test
    void an_entity_that_is_not_tracked_is_refused() {
        assertThatThrownBy(() -> tracker().isSynced(new Zoo.Plain()))
                .isInstanceOf(NotTrackedException.class)
                .hasMessageContaining("@SyncTracked");
    }
}
