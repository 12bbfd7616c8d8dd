package io.synctracker.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.EntityRef;
import io.synctracker.SyncState;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Keys;
import io.synctracker.testing.Zoo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Entities are found by what other systems call them, in life and after it. */
abstract class IdentityContract extends DatabaseTest {

    IdentityContract(Vendor vendor) {
        super(vendor);
    }

    private SyncTracker tracker() {
        return host.tracker();
    }

    private Zoo.Product product(String name) {
        return host.save(new Zoo.Product(name));
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
    void a_proxy_that_was_never_loaded_is_accepted_after_its_session_is_closed() {
        Zoo.Product product = product("a");
        Zoo.Product proxy = host.call(em -> em.getReference(Zoo.Product.class, product.id));

        tracker().markAsSynced(proxy, "X", "crm");

        assertThat(tracker().isSynced(product, "crm")).isTrue();
    }

    @Test
    void ids_of_every_kind_are_found_by_external_id() {
        Keys.Keyed keyed = host.save(new Keys.Keyed("eu", 7));
        Zoo.Uuided uuided = host.save(new Zoo.Uuided());
        Zoo.Named named = host.save(new Zoo.Named("n"));
        tracker().markAsSynced(keyed, "K", "crm");
        tracker().markAsSynced(uuided, "U", "crm");
        tracker().markAsSynced(named, "N", "crm");

        assertThat(tracker().findByExternalId("K", "crm", Keys.Keyed.class).map(found -> found.id))
                .contains(keyed.id);
        assertThat(tracker().findByExternalId("U", "crm", Zoo.Uuided.class).map(found -> found.id))
                .contains(uuided.id);
        assertThat(tracker().findByExternalId("N", "crm", Zoo.Named.class).map(found -> found.id))
                .contains("n");
    }

    @Test
    void an_id_class_is_found_by_external_id() {
        Keys.ClassKeyed keyed = new Keys.ClassKeyed();
        keyed.a = 1L;
        keyed.b = "b";
        host.save(keyed);
        tracker().markAsSynced(keyed, "CK", "crm");

        assertThat(tracker()
                        .findByExternalId("CK", "crm", Keys.ClassKeyed.class)
                        .map(found -> found.b))
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
        assertThat(tombstone.map(SyncState::entity).map(EntityRef::id)).contains("" + old.id);
        assertThat(tombstone.map(SyncState::deletedAt)).isPresent();
    }

    @Test
    void where_an_entity_stands_is_read_by_its_name_in_life_and_after_it() {
        Zoo.Named named = host.save(new Zoo.Named("n"));
        EntityRef name = new EntityRef("named", "n");
        assertThat(host.parts().states(name)).contains(List.of());

        tracker().markAsSynced(named, "X", "crm");
        assertThat(host.parts().states(name)).contains(tracker().states(named));

        host.run(em -> em.remove(em.find(Zoo.Named.class, "n")));
        assertThat(host.parts().states(name).orElseThrow())
                .singleElement()
                .satisfies(state -> assertThat(state.deletedAt()).isNotNull());
    }

    @Test
    void an_entity_that_was_never_recorded_is_told_from_one_that_nobody_has() {
        assertThat(host.parts().states(new EntityRef("named", "nobody"))).isEmpty();
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
    void one_external_id_twice_in_a_batch_is_refused_whole() {
        List<Zoo.Product> products = List.of(product("a"), product("b"));

        assertThatThrownBy(() -> tracker().markAllAsSynced(products, each -> "same", "crm", ProgressListener.NONE))
                .isInstanceOf(ExternalIdTakenException.class);
        assertThat(tracker().states(products.get(0))).isEmpty();
    }
}
