package io.synctracker.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.Payload;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Host;
import io.synctracker.testing.Keys;
import io.synctracker.testing.Zoo;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Annotations and settings together say what is tracked, and how it is read. */
class ModelsTest {

    private static Host host(String key, ModelSettings.Model model) {
        return Host.on(Vendor.H2, new ModelSettings(EnumSet.allOf(ChangeType.class), Map.of(key, model)));
    }

    private static ModelSettings.Model only(Boolean created, Boolean updated, Boolean deleted) {
        return new ModelSettings.Model(null, created, updated, deleted, null, null, null);
    }

    @Test
    void the_annotation_gives_name_targets_payload_and_folding() {
        try (Host host = Host.on(Vendor.H2)) {
            TrackedModel audit = host.models().byName("audit").orElseThrow();

            assertThat(audit.targets()).containsExactly("erp");
            assertThat(audit.coalesce()).isFalse();
            assertThat(host.models().byName("snap").orElseThrow().payload()).isEqualTo(Payload.SNAPSHOT);
        }
    }

    @Test
    void a_kind_of_change_that_a_model_switches_off_is_not_recorded() {
        try (Host host = host("product", only(null, false, null))) {
            Zoo.Product product = host.save(new Zoo.Product("a"));
            host.run(em -> em.find(Zoo.Product.class, product.id).name = "b");

            assertThat(host.log("crm")).containsExactly("create product " + product.id);
        }
    }

    @Test
    void a_create_that_is_not_recorded_leaves_nothing_of_its_collections() {
        try (Host host = host("tagged", only(false, null, null))) {
            Zoo.Tagged tagged = new Zoo.Tagged(1);
            tagged.tags.add("t");
            host.save(tagged);

            assertThat(host.log("crm")).isEmpty();
        }
    }

    @Test
    void a_delete_that_is_not_recorded_leaves_nothing_of_its_collections() {
        try (Host host = host("tagged", only(null, null, false))) {
            Zoo.Tagged tagged = new Zoo.Tagged(1);
            tagged.tags.add("t");
            host.save(tagged);
            host.takeLog("crm");
            host.run(em -> em.remove(em.find(Zoo.Tagged.class, 1L)));

            assertThat(host.log("crm")).isEmpty();
        }
    }

    @Test
    void a_default_that_is_off_is_switched_on_by_a_model() {
        ModelSettings settings =
                new ModelSettings(EnumSet.of(ChangeType.CREATE), Map.of("product", only(null, true, null)));
        try (Host host = Host.on(Vendor.H2, settings)) {
            assertThat(host.models().byName("product").orElseThrow().tracked())
                    .containsExactlyInAnyOrder(ChangeType.CREATE, ChangeType.UPDATE);
            assertThat(host.models().byName("named").orElseThrow().tracked()).containsExactly(ChangeType.CREATE);
        }
    }

    @Test
    void a_model_may_be_named_by_its_class() {
        try (Host host = host(Zoo.Product.class.getName(), only(false, null, null))) {
            assertThat(host.models().byName("product").orElseThrow().tracks(ChangeType.CREATE))
                    .isFalse();
        }
    }

    @Test
    void a_class_that_cannot_be_annotated_is_tracked_by_naming_it() {
        try (Host host = host(Zoo.Plain.class.getName(), ModelSettings.Model.INHERIT)) {
            Zoo.Plain plain = new Zoo.Plain();
            plain.id = 1L;
            host.save(plain);

            assertThat(host.log("crm")).containsExactly("create Plain 1");
        }
    }

    @Test
    void a_model_that_is_disabled_is_not_tracked() {
        try (Host host = host("product", new ModelSettings.Model(false, null, null, null, null, null, null))) {
            host.save(new Zoo.Product("a"));

            assertThat(host.log("crm")).isEmpty();
            assertThatThrownBy(() -> host.tracker().isSynced(new Zoo.Product("b"), "crm"))
                    .isInstanceOf(NotTrackedException.class);
        }
    }

    @Test
    void targets_of_the_settings_replace_those_of_the_annotation() {
        try (Host host = host("audit", new ModelSettings.Model(null, null, null, null, Set.of("crm"), null, null))) {
            host.save(new Zoo.Audit());

            assertThat(host.log("crm")).hasSize(1);
            assertThat(host.log("erp")).isEmpty();
        }
    }

    @Test
    void a_setting_that_names_no_entity_is_refused() {
        assertThatThrownBy(() -> host("prodcut", ModelSettings.Model.INHERIT))
                .rootCause()
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("sync-tracker.models.prodcut");
    }

    @Test
    void a_reader_reads_entities_as_they_are_with_their_own_collections_and_parents() {
        try (Host host = Host.on(Vendor.H2)) {
            Zoo.Tagged tagged = new Zoo.Tagged(1);
            tagged.tags.add("t");
            tagged.secrets.add("s");
            host.save(tagged);
            Zoo.Node root = new Zoo.Node();
            root.id = 1L;
            host.save(root);
            Zoo.Node leaf = new Zoo.Node();
            leaf.id = 2L;
            leaf.parent = root;
            host.save(leaf);
            EntityReader reader = new HibernateEntityReader(host.entityManagerFactory(), host.models());

            Map<EntityRef, EntityRead> read = reader.read(
                    List.of(new EntityRef("tagged", "1"), new EntityRef("node", "2"), new EntityRef("node", "99")));

            EntityPayload payload = read.get(new EntityRef("tagged", "1")).payload();
            assertThat(payload.attributes()).containsEntry("tags", List.of("t")).doesNotContainKey("secrets");
            assertThat(read.get(new EntityRef("node", "2")).payload().parents())
                    .containsExactly(new EntityRef("node", "1"));
            assertThat(read).doesNotContainKey(new EntityRef("node", "99"));
        }
    }

    @Test
    void an_attribute_that_cannot_be_read_is_reported_without_its_text_and_spoils_no_other() {
        try (Host host = Host.on(Vendor.H2)) {
            Zoo.Bad bad = new Zoo.Bad();
            bad.id = 1L;
            host.save(bad);
            host.save(new Zoo.Named("n"));
            EntityReader reader = new HibernateEntityReader(host.entityManagerFactory(), host.models());

            Map<EntityRef, EntityRead> read =
                    reader.read(List.of(new EntityRef("bad", "1"), new EntityRef("named", "n")));

            assertThat(read.get(new EntityRef("bad", "1")).error())
                    .contains("bad 1")
                    .doesNotContain("secret tension");
            assertThat(read.get(new EntityRef("named", "n")).payload()).isNotNull();
        }
    }

    @Test
    void sensitive_attributes_are_encrypted_where_they_are_stored_and_masked_for_people() {
        try (Host host = Host.on(Vendor.H2)) {
            PayloadCodec codec = new JsonPayloadCodec(host.models(), KeyRing.of("k1", Map.of("k1", Host.KEY)));
            TrackedModel customer = host.models().byName("customer").orElseThrow();
            Map<String, Object> payload =
                    Map.of("email", "a@b.example", "address", Map.of("city", "Ulm", "street", "Main 1"), "name", "Ann");

            String stored = codec.encode(customer, payload);

            assertThat(stored).contains("Ann", "Ulm").doesNotContain("a@b.example", "Main 1");
            assertThat(codec.decode(stored)).isEqualTo(payload);
            assertThat(codec.masked(stored))
                    .containsEntry("email", "***")
                    .containsEntry("address", Map.of("city", "Ulm", "street", "***"));
        }
    }

    @Test
    void an_id_that_is_an_entity_is_refused_at_the_start() {
        assertThatThrownBy(() -> Host.on(Vendor.H2, Keys.Hall.class, Keys.Borrowed.class))
                .rootCause()
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("Borrowed")
                .hasMessageContaining("@MapsId");
    }

    @Test
    void a_sensitive_id_is_refused_at_the_start() {
        assertThatThrownBy(() -> Host.on(Vendor.H2, Keys.SecretKeyed.class))
                .rootCause()
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("SecretKeyed.mail");
    }
}
