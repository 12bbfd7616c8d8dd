package io.synctracker.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncState;
import io.synctracker.SyncStatus;
import io.synctracker.event.EntitySynced;
import io.synctracker.event.SyncFailed;
import io.synctracker.model.NotTrackedException;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Zoo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void an_external_id_that_is_too_long_is_refused_with_its_length() {
        Zoo.Product product = product("a");

        assertThatThrownBy(() -> tracker().markAsSynced(product, "x".repeat(256), "crm"))
                .isInstanceOf(InvalidMarkException.class)
                .hasMessageContaining("256");
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

    @Test
    void a_proxy_and_a_subclass_and_the_root_class_are_one_entity() {
        Zoo.Dog dog = new Zoo.Dog();
        dog.id = 5L;
        host.save(dog);
        host.run(em -> tracker().markAsSynced(em.getReference(Zoo.Animal.class, 5L), "D-5", "crm"));

        assertThat(tracker().isSynced(dog, "crm")).isTrue();
        assertThat(tracker().findByExternalId("D-5", "crm", Zoo.Animal.class)).isPresent();
        assertThat(tracker().findByExternalId("D-5", "crm", Zoo.Dog.class)).isPresent();
    }

    @Test
    void ids_of_every_kind_are_found_by_external_id() {
        Zoo.Keyed keyed = host.save(new Zoo.Keyed("eu", 7));
        Zoo.Uuided uuided = host.save(new Zoo.Uuided());
        Zoo.Named named = host.save(new Zoo.Named("n"));
        tracker().markAsSynced(keyed, "K", "crm");
        tracker().markAsSynced(uuided, "U", "crm");
        tracker().markAsSynced(named, "N", "crm");

        assertThat(tracker().findByExternalId("K", "crm", Zoo.Keyed.class).map(found -> found.id))
                .contains(keyed.id);
        assertThat(tracker().findByExternalId("U", "crm", Zoo.Uuided.class).map(found -> found.id))
                .contains(uuided.id);
        assertThat(tracker().findByExternalId("N", "crm", Zoo.Named.class).map(found -> found.id))
                .contains("n");
    }

    @Test
    void an_id_class_is_found_by_external_id() {
        Zoo.ClassKeyed keyed = new Zoo.ClassKeyed();
        keyed.a = 1L;
        keyed.b = "b";
        host.save(keyed);
        tracker().markAsSynced(keyed, "CK", "crm");

        assertThat(tracker().findByExternalId("CK", "crm", Zoo.ClassKeyed.class).map(found -> found.b))
                .contains("b");
    }

    @Test
    void many_entities_are_found_by_external_id_at_once() {
        Zoo.Product a = product("a");
        Zoo.Product b = product("b");
        tracker().markAsSynced(a, "A", "crm");
        tracker().markAsSynced(b, "B", "crm");

        assertThat(tracker().findAllByExternalId(List.of("A", "B", "C"), "crm", Zoo.Product.class))
                .hasSize(2)
                .extractingByKey("B")
                .extracting(found -> found.name)
                .isEqualTo("b");
    }

    @Test
    void external_ids_differ_in_case_and_trailing_space() {
        Zoo.Product a = product("a");
        Zoo.Product b = product("b");
        Zoo.Product c = product("c");
        tracker().markAsSynced(a, "id", "crm");
        tracker().markAsSynced(b, "ID", "crm");
        tracker().markAsSynced(c, "id ", "crm");

        assertThat(tracker().findByExternalId("ID", "crm", Zoo.Product.class).map(found -> found.id))
                .contains(b.id);
        assertThat(tracker().findByExternalId("id ", "crm", Zoo.Product.class).map(found -> found.id))
                .contains(c.id);
    }

    @Test
    void an_external_id_that_another_entity_holds_is_refused_by_both_names_and_nothing_is_written() {
        Zoo.Product a = product("a");
        Zoo.Product b = product("b");
        tracker().markAsSynced(a, "X", "crm");

        assertThatThrownBy(() -> tracker().markAsSynced(b, "X", "crm"))
                .isInstanceOf(ExternalIdTakenException.class)
                .hasMessageContaining("product " + a.id)
                .hasMessageContaining("product " + b.id);
        assertThat(tracker().state(b, "crm")).isEmpty();
    }

    @Test
    void a_refused_external_id_leaves_the_transaction_usable() {
        Zoo.Product a = product("a");
        Zoo.Product b = product("b");
        tracker().markAsSynced(a, "X", "crm");

        host.run(em -> {
            assertThatThrownBy(() -> tracker().markAsSynced(b, "X", "crm"))
                    .isInstanceOf(ExternalIdTakenException.class);
            tracker().markAsSynced(b, "Y", "crm");
        });

        assertThat(tracker().externalId(b, "crm")).contains("Y");
    }

    @Test
    void an_external_id_may_stand_in_two_systems_and_for_two_types() {
        Zoo.Product product = product("a");
        Zoo.Named named = host.save(new Zoo.Named("n"));

        tracker().markAsSynced(product, "X", "crm");
        tracker().markAsSynced(product, "X", "erp");
        tracker().markAsSynced(named, "X", "crm");

        assertThat(tracker().findByExternalId("X", "crm", Zoo.Named.class)).isPresent();
    }

    @Test
    void a_deleted_entity_leaves_a_tombstone_and_gives_up_its_external_id() {
        Zoo.Product old = product("old");
        tracker().markAsSynced(old, "X", "crm");
        host.run(em -> em.remove(em.find(Zoo.Product.class, old.id)));
        Zoo.Product fresh = product("new");

        tracker().markAsSynced(fresh, "X", "crm");

        assertThat(tracker().findByExternalId("X", "crm", Zoo.Product.class).map(found -> found.id))
                .contains(fresh.id);
        Optional<SyncState> tombstone = tracker().findTombstone("X", "crm", Zoo.Product.class);
        assertThat(tombstone.map(SyncState::entity).map(io.synctracker.EntityRef::id))
                .contains("" + old.id);
        assertThat(tombstone.map(SyncState::deletedAt)).isPresent();
    }

    @Test
    void an_entity_that_takes_a_dead_ones_id_starts_fresh() {
        host.save(new Zoo.Named("n"));
        host.run(em -> tracker().markAsSynced(em.find(Zoo.Named.class, "n"), "X", "crm"));
        host.run(em -> em.remove(em.find(Zoo.Named.class, "n")));

        Zoo.Named reborn = host.save(new Zoo.Named("n"));

        assertThat(tracker().states(reborn)).isEmpty();
        assertThat(tracker().findByExternalId("X", "crm", Zoo.Named.class)).isEmpty();
        assertThat(tracker().findTombstone("X", "crm", Zoo.Named.class)).isPresent();
    }

    @Test
    void a_restored_soft_deleted_entity_is_pending_and_keeps_its_external_id() {
        Zoo.Flagged flagged = new Zoo.Flagged();
        flagged.id = 9L;
        host.save(flagged);
        tracker().markAsSynced(flagged, "X", "crm");
        host.run(em -> em.remove(em.find(Zoo.Flagged.class, 9L)));

        host.run(em -> {
            em.createNativeQuery("update Flagged set gone = false where id = 9").executeUpdate();
            tracker().touch(Zoo.Flagged.class, List.of(9L));
        });

        Zoo.Flagged restored = host.call(em -> em.find(Zoo.Flagged.class, 9L));
        assertThat(tracker().needsSync(restored, "crm")).isTrue();
        assertThat(tracker().externalId(restored, "crm")).contains("X");
        assertThat(tracker().findTombstone("X", "crm", Zoo.Flagged.class)).isEmpty();
    }

    @Test
    void unlinking_forgets_the_entity_in_one_system() {
        Zoo.Product product = product("a");
        tracker().markAsSynced(product, "X", "crm");
        tracker().markAsSynced(product, "X", "erp");

        tracker().unlink(product, "crm");

        assertThat(tracker().state(product, "crm")).isEmpty();
        assertThat(tracker().isSynced(product, "erp")).isTrue();
    }

    @Test
    void moved_links_belong_to_the_other_entity_which_is_pending() {
        Zoo.Product from = product("from");
        Zoo.Product to = product("to");
        tracker().markAsSynced(from, "C", "crm");
        tracker().markAsSynced(from, "E", "erp");
        tracker().markAsSynced(to, "E2", "erp");

        assertThat(tracker().moveLinks(from, to)).isEqualTo(1);

        assertThat(tracker().externalId(to, "crm")).contains("C");
        assertThat(tracker().needsSync(to, "crm")).isTrue();
        assertThat(tracker().externalId(to, "erp")).contains("E2");
        assertThat(tracker().externalId(from, "erp")).contains("E");
    }

    @Test
    void each_mark_publishes_one_event_after_the_commit() {
        Zoo.Product product = product("a");

        host.run(em -> {
            tracker().markAsSynced(product, "X", "crm");
            tracker().markAsSynced(product, "erp");
            tracker().markAsFailed(product, "shop", new IllegalStateException("no"));
            assertThat(host.events).isEmpty();
        });

        assertThat(host.events).hasExactlyElementsOfTypes(EntitySynced.class, EntitySynced.class, SyncFailed.class);
    }

    @Test
    void a_rolled_back_mark_publishes_nothing() {
        Zoo.Product product = product("a");

        assertThatThrownBy(() -> host.run(em -> {
                    tracker().markAsSynced(product, "X", "crm");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(host.events).isEmpty();
        assertThat(tracker().state(product, "crm")).isEmpty();
    }

    @Test
    void a_batch_of_marks_reports_its_progress_and_publishes_one_event_each() {
        List<Zoo.Product> products = List.of(product("a"), product("b"), product("c"));
        List<String> progress = new java.util.ArrayList<>();

        List<SyncState> states = tracker()
                .markAllAsSynced(
                        products, each -> "P-" + each.name, "crm", (done, total) -> progress.add(done + "/" + total));

        assertThat(states).extracting(SyncState::externalId).containsExactly("P-a", "P-b", "P-c");
        assertThat(progress).containsExactly("3/3");
        assertThat(host.events).hasSize(3);
    }

    @Test
    void one_external_id_twice_in_a_batch_is_refused_whole() {
        List<Zoo.Product> products = List.of(product("a"), product("b"));

        assertThatThrownBy(() -> tracker().markAllAsSynced(products, each -> "same", "crm", ProgressListener.NONE))
                .isInstanceOf(ExternalIdTakenException.class);
        assertThat(tracker().states(products.get(0))).isEmpty();
    }

    @Test
    void changes_from_a_system_are_not_sent_back_to_it() {
        Zoo.Product product = product("a");
        tracker().markAsSynced(product, "X", "crm");
        host.takeLog("crm");

        tracker().applyingFrom("crm", () -> host.run(em -> em.find(Zoo.Product.class, product.id).name = "b"));

        assertThat(host.log("crm")).isEmpty();
        assertThat(host.log("erp")).containsExactly("update product " + product.id);
        assertThat(tracker().isSynced(product, "crm")).isTrue();
    }

    @Test
    void a_change_outside_of_the_scope_is_sent_to_the_system_too() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> {
            Zoo.Product found = em.find(Zoo.Product.class, product.id);
            found.name = "mine";
            tracker().applyingFrom("crm", () -> found.price = java.math.BigDecimal.ONE);
        });

        assertThat(host.log("crm")).containsExactly("update product " + product.id);
    }

    @Test
    void a_scope_that_throws_leaks_into_nothing() {
        Zoo.Product product = product("a");
        host.takeLog("crm");

        host.run(em -> {
            Zoo.Product found = em.find(Zoo.Product.class, product.id);
            assertThatThrownBy(() -> tracker().applyingFrom("crm", (Runnable) () -> {
                        throw new IllegalArgumentException("bad webhook");
                    }))
                    .hasMessage("bad webhook");
            found.name = "mine";
        });

        assertThat(host.log("crm")).containsExactly("update product " + product.id);
    }

    @Test
    void the_next_transaction_of_the_thread_is_not_concerned_by_a_scope() {
        Zoo.Product product = product("a");
        tracker().applyingFrom("crm", () -> host.run(em -> em.find(Zoo.Product.class, product.id).name = "b"));
        host.takeLog("crm");

        host.run(em -> em.find(Zoo.Product.class, product.id).name = "c");

        assertThat(host.log("crm")).containsExactly("update product " + product.id);
    }
}
