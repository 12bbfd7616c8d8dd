package io.synctracker.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.EntityRef;
import io.synctracker.SyncTrackerException;
import io.synctracker.model.EntityRead;
import io.synctracker.model.HibernateEntityReader;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Host;
import io.synctracker.testing.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;

/** An entity is the same one to marks, look-ups, queries, touches, backfills and deliveries, whatever its id is. */
abstract class IdKindsContract extends DatabaseTest {

    IdKindsContract(Vendor vendor) {
        super(vendor);
    }

    @Override
    protected Host start(Vendor vendor) {
        return Host.on(
                vendor,
                Keys.Rich.class,
                Keys.ByProperty.class,
                Keys.Hall.class,
                Keys.Seat.class,
                Keys.HallPlan.class,
                Keys.Misnamed.class,
                Keys.Coloured.class,
                Keys.Dated.class,
                Keys.Timed.class);
    }

    private <T> T saved(T entity) {
        return host.call(em -> em.merge(entity));
    }

    private <T> void is_one_entity_everywhere(Class<T> type, T entity, String text) {
        Object id = host.entityManagerFactory().getPersistenceUnitUtil().getIdentifier(entity);
        EntityRef ref = host.tracker().markAsSynced(entity, "X", "crm").entity();
        assertThat(ref.id()).isEqualTo(text);
        assertThat(host.tracker().findByExternalId("X", "crm", type))
                .hasValueSatisfying(found ->
                        assertThat(host.tracker().isSynced(found, "crm")).isTrue());
        assertThat(countSynced(type)).isEqualTo(1);
        assertThat(host.tracker().touch(type, List.of(id))).isEqualTo(1);
        assertThat(host.log("erp")).last().isEqualTo("update " + ref);
        host.forgetAll();
        assertThat(host.tracker().backfill(type)).isEqualTo(1);
        assertThat(host.log("erp")).containsExactly("create " + ref);
        assertThat(read(ref).error()).isNull();
    }

    private <T> long countSynced(Class<T> type) {
        return host.call(em -> new SimpleJpaRepository<T, Object>(type, em)
                .findAll(SyncScopes.<T>synced("crm"), PageRequest.of(0, 9))
                .getTotalElements());
    }

    private EntityRead read(EntityRef ref) {
        Map<EntityRef, EntityRead> read =
                new HibernateEntityReader(host.entityManagerFactory(), host.models()).read(List.of(ref));
        return read.get(ref);
    }

    @Test
    void a_record_of_many_types_and_a_record_in_it() {
        UUID uuid = UUID.randomUUID();
        Keys.Rich rich = new Keys.Rich();
        rich.id = new Keys.RichKey(
                Keys.Colour.RED,
                LocalDate.of(2026, 2, 3),
                uuid,
                1L << 40,
                new Keys.Shade("a\"ü", Keys.Colour.GREEN),
                true);

        is_one_entity_everywhere(
                Keys.Rich.class,
                saved(rich),
                "{\"day\":\"2026-02-03\",\"flag\":true,\"kind\":\"RED\",\"large\":1099511627776,"
                        + "\"shade\":{\"colour\":\"GREEN\",\"depth\":\"a\\\"ü\"},\"uuid\":\"" + uuid + "\"}");
    }

    @Test
    void an_embedded_id_that_is_read_through_its_getters() {
        Keys.ByProperty entity = new Keys.ByProperty();
        entity.setKey(new Keys.PropertyKey());
        entity.getKey().setZone("eu");

        is_one_entity_everywhere(Keys.ByProperty.class, saved(entity), "{\"zone\":\"eu\"}");
    }

    @Test
    void an_id_class_with_the_id_of_another_entity() {
        Keys.Seat seat = new Keys.Seat();
        seat.hall = hall(3);
        seat.nr = 4;

        is_one_entity_everywhere(Keys.Seat.class, saved(seat), "{\"hall\":3,\"nr\":4}");
        EntityRead read = read(new EntityRef("seat", "{\"hall\":3,\"nr\":4}"));
        assertThat(read.payload().attributes()).isEqualTo(Map.of("hall", Map.of("type", "hall", "id", "3"), "nr", 4));
        assertThat(read.payload().parents()).containsExactly(new EntityRef("hall", "3"));
    }

    @Test
    void an_id_that_is_taken_from_another_entity() {
        Keys.HallPlan plan = new Keys.HallPlan();
        plan.hall = hall(8);

        is_one_entity_everywhere(Keys.HallPlan.class, saved(plan), "8");
        assertThat(read(new EntityRef("hall-plan", "8")).payload().parents())
                .containsExactly(new EntityRef("hall", "8"));
    }

    @Test
    void an_id_beside_an_attribute_that_is_named_id() {
        Keys.Misnamed misnamed = new Keys.Misnamed();
        misnamed.code = 5L;
        misnamed.id = "no id";

        is_one_entity_everywhere(Keys.Misnamed.class, saved(misnamed), "5");
    }

    @Test
    void a_constant_and_a_date() {
        Keys.Coloured coloured = new Keys.Coloured();
        coloured.id = Keys.Colour.GREEN;
        Keys.Dated dated = new Keys.Dated();
        dated.id = LocalDate.of(2026, 1, 31);

        is_one_entity_everywhere(Keys.Coloured.class, saved(coloured), "GREEN");
        is_one_entity_everywhere(Keys.Dated.class, saved(dated), "2026-01-31");
    }

    @Test
    void an_id_that_the_database_spells_otherwise_is_refused_in_a_scope_and_works_elsewhere() {
        Keys.Timed timed = new Keys.Timed();
        timed.id = Instant.parse("2026-01-02T03:04:05.123456Z");
        saved(timed);
        host.tracker().markAsSynced(timed, "T", "crm");

        assertThat(host.tracker().findByExternalId("T", "crm", Keys.Timed.class))
                .isPresent();
        assertThatThrownBy(() -> countSynced(Keys.Timed.class))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessageContaining("java.time.Instant");
    }

    private Keys.Hall hall(long id) {
        Keys.Hall hall = new Keys.Hall();
        hall.id = id;
        return saved(hall);
    }
}
