package io.synctracker.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.EntityRef;
import io.synctracker.model.EntityPayload;
import io.synctracker.model.HibernateEntityReader;
import io.synctracker.model.JsonPayloadCodec;
import io.synctracker.model.JsonText;
import io.synctracker.model.KeyRing;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Host;
import io.synctracker.testing.Shapes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.Test;

/** Attributes of every kind are recorded, sent and hidden as they must be. */
class ShapesTest extends DatabaseTest {

    private static long ids = 100;

    ShapesTest() {
        super(Vendor.H2);
    }

    @Override
    protected Host start(Vendor vendor) {
        return Host.on(vendor, Shapes.ALL);
    }

    private static long next() {
        return ids++;
    }

    private Shapes.Contact contact() {
        Shapes.Contact contact = new Shapes.Contact();
        contact.id = next();
        return contact;
    }

    private String stored(String type) {
        return Objects.requireNonNull(host.jdbc()
                .queryForObject(
                        "select data from sync_logs where system_name = 'crm' and model_name = ?", String.class, type));
    }

    private EntityPayload read(String type, long id) {
        EntityRef ref = new EntityRef(type, "" + id);
        return Objects.requireNonNull(new HibernateEntityReader(host.entityManagerFactory(), host.models())
                .read(List.of(ref))
                .get(ref)
                .payload());
    }

    @Test
    void sensitive_attributes_of_elements_and_keys_are_stored_encrypted() {
        Shapes.Contact contact = contact();
        contact.phones.add(new Shapes.Phone("home", "SECRET", "note"));
        contact.byName.put("anna", new Shapes.Phone("work", "SECRET", "note"));
        contact.calls.put(new Shapes.Phone("work", "SECRET", "note"), 7);
        host.save(contact);

        assertThat(stored("contact")).doesNotContain("SECRET").contains("city");
        assertThat(host.models().sensitiveModels()).contains("contact");
    }

    @Test
    void ignored_attributes_of_elements_are_not_sent() {
        Shapes.Contact contact = contact();
        contact.phones.add(new Shapes.Phone("home", "1", "note"));
        host.save(contact);

        assertThat(read("contact", contact.id).attributes())
                .containsEntry("phones", List.of(Map.of("kind", "home", "number", "1")));
    }

    @Test
    void an_ignored_attribute_of_an_embedded_object_alone_is_no_change() {
        Shapes.Contact contact = host.save(contact());
        host.takeLog("crm");

        host.run(em -> em.find(Shapes.Contact.class, contact.id).home.memo = "changed");

        assertThat(host.log("crm")).isEmpty();
    }

    @Test
    void another_attribute_of_an_embedded_object_is_a_change() {
        Shapes.Contact contact = host.save(contact());
        host.takeLog("crm");

        host.run(em -> em.find(Shapes.Contact.class, contact.id).home.city = "changed");

        assertThat(host.log("crm")).containsExactly("update contact " + contact.id);
    }

    @Test
    void a_collection_in_an_embedded_object_is_a_change_of_its_owner_and_is_sent() {
        Shapes.Contact contact = host.save(contact());
        host.takeLog("crm");

        host.run(em -> em.find(Shapes.Contact.class, contact.id).home.mails.add("a@b"));

        assertThat(host.log("crm")).containsExactly("update contact " + contact.id);
        assertThat(JsonText.write(read("contact", contact.id).attributes())).contains("a@b");
    }

    @Test
    void a_reference_in_an_embedded_object_is_a_parent() {
        Shapes.Pet pet = host.save(new Shapes.Pet(next()));
        Shapes.Contact contact = contact();
        contact.home.guard = pet;
        host.save(contact);

        assertThat(read("contact", contact.id).parents()).containsExactly(new EntityRef("pet", "" + pet.id));
    }

    @Test
    void a_reference_to_any_class_is_sent_as_a_reference_and_not_with_its_content() {
        Shapes.Pet pet = new Shapes.Pet(next());
        Shapes.Owner owner = new Shapes.Owner();
        owner.id = next();
        host.run(em -> {
            em.persist(pet);
            owner.favourite = pet;
            owner.others.add(pet);
            em.persist(owner);
        });

        Map<String, String> reference = Map.of("type", "pet", "id", "" + pet.id);
        assertThat(JsonText.readMap(stored("owner")))
                .containsEntry("favourite", reference)
                .containsEntry("others", List.of(reference));
        assertThat(read("owner", owner.id).parents()).containsExactly(new EntityRef("pet", "" + pet.id));
    }

    @Test
    void a_map_by_entities_is_sent_by_their_ids() {
        Shapes.Pet pet = new Shapes.Pet(next());
        Shapes.Owner owner = new Shapes.Owner();
        owner.id = next();
        host.run(em -> {
            em.persist(pet);
            owner.petNames.put(pet, "Rex");
            em.persist(owner);
        });

        assertThat(JsonText.readMap(stored("owner"))).containsEntry("petNames", Map.of("" + pet.id, "Rex"));
    }

    @Test
    void an_array_is_sent_as_a_list() {
        Shapes.Owner owner = new Shapes.Owner();
        owner.id = next();
        owner.titles = new String[] {"Dr", "Prof"};
        host.save(owner);

        assertThat(JsonText.readMap(stored("owner"))).containsEntry("titles", List.of("Dr", "Prof"));
    }

    @Test
    void what_hibernate_adds_to_an_element_of_a_list_is_not_sent() {
        Shapes.Toy toy = new Shapes.Toy(next());
        Shapes.Owner owner = new Shapes.Owner();
        owner.id = next();
        owner.toys.add(toy);
        host.run(em -> {
            em.persist(owner);
            em.persist(toy);
        });

        assertThat(JsonText.readMap(stored("toy"))).isEqualTo(Map.of("id", toy.id.intValue()));
    }

    @Test
    void lists_with_a_join_column_and_with_a_join_table_are_changes_of_their_owner() {
        Shapes.Toy toy = new Shapes.Toy(next());
        Shapes.Pet pet = host.save(new Shapes.Pet(next()));
        Shapes.Owner owner = new Shapes.Owner();
        owner.id = next();
        host.save(owner);
        host.takeLog("crm");

        host.run(em -> {
            em.find(Shapes.Owner.class, owner.id).toys.add(toy);
            em.persist(toy);
        });
        assertThat(host.takeLog("crm")).contains("update owner " + owner.id);
        host.run(em -> em.find(Shapes.Owner.class, owner.id).walks.add(pet));
        assertThat(host.takeLog("crm")).containsExactly("update owner " + owner.id);
    }

    @Test
    void the_side_of_a_one_to_one_that_holds_the_key_sends_it_and_the_other_does_not() {
        Shapes.Owner owner = new Shapes.Owner();
        owner.id = next();
        Shapes.Lease lease = new Shapes.Lease();
        lease.id = next();
        lease.owner = owner;
        host.run(em -> {
            em.persist(owner);
            em.persist(lease);
        });

        assertThat(stored("lease")).contains("{\"type\":\"owner\",\"id\":\"" + owner.id + "\"}");
        assertThat(JsonText.readMap(stored("owner"))).doesNotContainKey("lease");
    }

    @Test
    void annotations_of_a_mapped_superclass_hold_for_its_entities() {
        Shapes.Sub sub = new Shapes.Sub();
        sub.id = next();
        host.save(sub);
        assertThat(host.takeLog("crm")).containsExactly("create Sub " + sub.id);

        host.run(em -> em.find(Shapes.Sub.class, sub.id).setNote("changed"));

        assertThat(host.log("crm")).isEmpty();
        assertThat(host.models().sensitivePaths("Sub")).containsExactly("secret");
    }

    @Test
    void a_subclass_is_tracked_alone_with_what_it_inherits() {
        Shapes.Leaf leaf = new Shapes.Leaf();
        leaf.id = next();
        host.save(leaf);
        Shapes.Twig twig = new Shapes.Twig();
        twig.id = next();
        host.save(twig);
        assertThat(host.takeLog("crm")).containsExactly("create leaf " + leaf.id);

        host.run(em -> {
            em.find(Shapes.Leaf.class, leaf.id).tags.add("x");
            em.find(Shapes.Twig.class, twig.id).tags.add("x");
        });

        assertThat(host.log("crm")).containsExactly("update leaf " + leaf.id);
    }

    @Test
    void a_key_of_the_hosts_that_looks_like_an_encrypted_value_comes_back_as_it_was() {
        Shapes.Prefs prefs = new Shapes.Prefs();
        prefs.id = next();
        prefs.all.put("$sensitive", "k1.abc");
        host.save(prefs);
        JsonPayloadCodec codec = new JsonPayloadCodec(host.models(), KeyRing.of("k1", Map.of("k1", Host.KEY)));

        assertThat(codec.decode(stored("prefs"))).containsEntry("all", prefs.all);
        assertThat(codec.masked(stored("prefs"))).containsEntry("all", prefs.all);
    }

    @Test
    void a_handle_of_the_database_fails_its_entry_with_a_reason() {
        host.run(em -> {
            Shapes.Document document = new Shapes.Document();
            document.id = next();
            document.content = Hibernate.getLobHelper().createBlob(new byte[] {1});
            em.persist(document);
        });

        assertThat(host.jdbc().queryForList("select error_message from sync_logs", String.class))
                .allMatch(reason -> reason.contains("Map the attribute as byte[]"));
    }
}
