package io.synctracker.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Keys;
import io.synctracker.testing.Zoo;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;

/** Entities are found by where they stand, in specifications, repositories and JPQL. */
abstract class ScopesContract extends DatabaseTest {

    ScopesContract(Vendor vendor) {
        super(vendor);
    }

    interface Products extends JpaRepository<Zoo.Product, Long>, SyncTrackedRepository<Zoo.Product> {}

    interface KeyedThings extends JpaRepository<Keys.Keyed, Keys.Key>, SyncTrackedRepository<Keys.Keyed> {}

    interface Pairs extends JpaRepository<Keys.ClassKeyed, Keys.PairId>, SyncTrackedRepository<Keys.ClassKeyed> {}

    interface Uuids extends JpaRepository<Zoo.Uuided, java.util.UUID>, SyncTrackedRepository<Zoo.Uuided> {}

    interface Dogs extends JpaRepository<Zoo.Dog, Long>, SyncTrackedRepository<Zoo.Dog> {}

    interface Rows
            extends JpaRepository<SyncTrackedEntity, SyncTrackedEntity.Key>,
                    org.springframework.data.jpa.repository.JpaSpecificationExecutor<SyncTrackedEntity> {}

    private static <R> R repository(EntityManager entityManager, Class<R> type) {
        return new JpaRepositoryFactory(entityManager).getRepository(type);
    }

    private Zoo.Product product(String name) {
        return host.save(new Zoo.Product(name));
    }

    @Test
    void entities_that_need_a_sync_are_found() {
        Zoo.Product synced = product("synced");
        host.tracker().markAsSynced(synced, "1", "crm");
        Zoo.Product changed = product("changed");
        host.tracker().markAsSynced(changed, "2", "crm");
        host.run(em -> em.find(Zoo.Product.class, changed.id).name = "changed again");
        Zoo.Product failed = product("failed");
        host.tracker().markAsFailed(failed, "crm", "no", Map.of());
        Zoo.Product never = product("never");

        assertThat(needing("crm")).containsExactly(changed.id, failed.id, never.id);
        assertThat(needing("erp")).containsExactly(synced.id, changed.id, failed.id, never.id);
    }

    @Test
    void entities_that_were_there_before_the_library_need_a_sync() {
        Zoo.Product old = product("old");
        host.jdbc().update("delete from sync_tracked_entities");

        assertThat(needing("crm")).containsExactly(old.id);
    }

    @Test
    void synced_and_failed_entities_are_found() {
        Zoo.Product synced = product("synced");
        host.tracker().markAsSynced(synced, "1", "crm");
        Zoo.Product failed = product("failed");
        host.tracker().markAsFailed(failed, "crm", "no", Map.of());

        host.run(em -> {
            Products products = repository(em, Products.class);
            assertThat(products.findSynced("crm", PageRequest.of(0, 9)))
                    .extracting(p -> p.id)
                    .containsExactly(synced.id);
            assertThat(products.findFailedSync("crm", PageRequest.of(0, 9)))
                    .extracting(p -> p.id)
                    .containsExactly(failed.id);
        });
    }

    @Test
    void pages_are_stable_and_counted() {
        for (int i = 0; i < 5; i++) {
            product("p" + i);
        }

        host.run(em -> {
            Products products = repository(em, Products.class);
            Page<Zoo.Product> first = products.findNeedingSync("crm", PageRequest.of(0, 2));
            Page<Zoo.Product> last = products.findNeedingSync("crm", PageRequest.of(2, 2));
            assertThat(first.getTotalElements()).isEqualTo(5);
            assertThat(first).extracting(p -> p.name).containsExactly("p0", "p1");
            assertThat(last).extracting(p -> p.name).containsExactly("p4");
        });
    }

    @Test
    void entities_with_ids_of_every_kind_are_found() {
        Keys.Keyed keyed = host.save(new Keys.Keyed("a\"\\b", 7));
        Keys.ClassKeyed pair = new Keys.ClassKeyed();
        pair.a = 1L;
        pair.b = "b";
        host.save(pair);
        Zoo.Uuided uuided = host.save(new Zoo.Uuided());
        Zoo.Dog dog = new Zoo.Dog();
        dog.id = 1L;
        host.save(dog);
        List.of(keyed, pair, uuided, dog).forEach(entity -> host.tracker().markAsSynced(entity, "x", "crm"));

        host.run(em -> {
            PageRequest page = PageRequest.of(0, 9);
            assertThat(repository(em, KeyedThings.class).findSynced("crm", page))
                    .hasSize(1);
            assertThat(repository(em, Pairs.class).findSynced("crm", page)).hasSize(1);
            assertThat(repository(em, Uuids.class).findSynced("crm", page)).hasSize(1);
            assertThat(repository(em, Dogs.class).findSynced("crm", page)).hasSize(1);
        });
    }

    @Test
    void deleted_entities_that_a_system_still_holds_are_found() {
        Zoo.Product gone = product("gone");
        host.tracker().markAsSynced(gone, "X", "crm");
        host.run(em -> em.remove(em.find(Zoo.Product.class, gone.id)));

        host.run(em -> assertThat(
                        repository(em, Rows.class).findAll(SyncScopes.deletedPending("crm"), PageRequest.of(0, 9)))
                .extracting(SyncTrackedEntity::getExternalId)
                .containsExactly("X"));
    }

    @Test
    void rows_can_be_joined_in_jpql() {
        Zoo.Product product = product("a");
        host.tracker().markAsSynced(product, "X", "crm", Map.of("k", "v"));

        SyncTrackedEntity row = host.call(em -> em.createQuery(
                        "select s from Product p join SyncTrackedEntity s on s.modelName = 'product'"
                                + " and s.modelId = cast(p.id as string) where s.systemName = 'crm'",
                        SyncTrackedEntity.class)
                .getSingleResult());

        assertThat(row.getExternalId()).isEqualTo("X");
        assertThat(row.getMetadata()).isEqualTo(Map.of("k", "v"));
        assertThat(row.getSyncedAt())
                .isEqualTo(host.tracker().state(product, "crm").orElseThrow().syncedAt());
    }

    private List<Long> needing(String system) {
        return host.call(em -> repository(em, Products.class)
                .findNeedingSync(system, PageRequest.of(0, 99))
                .map(product -> product.id)
                .getContent());
    }
}
