package io.synctracker.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.SyncIgnored;
import io.synctracker.SyncSensitive;
import io.synctracker.SyncTracked;
import io.synctracker.testing.Host;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hibernate.cfg.Configuration;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sensitive attributes of the elements of a collection. */
class SensitiveElementsTest {

    @Test
    void a_collection_whose_elements_hold_something_sensitive_is_encrypted_as_a_whole() {
        Person person = new Person();
        person.id = 1L;
        person.addresses.put("home", new Address("Ulm", "Rosenweg 1"));
        try (SessionFactoryImplementor factory = factory()) {
            EntityModels models = new EntityModels(ModelSettings.DEFAULT, Set::of);
            models.bind(factory);
            EntityMapping mapping = models.mappingOf(person);
            Map<String, @Nullable Object> sent = mapping.attributes(1L, mapping.state(person));
            JsonPayloadCodec codec = new JsonPayloadCodec(models, KeyRing.of("k1", Map.of("k1", Host.KEY)));

            String stored = codec.encode(mapping.model(), sent);

            assertThat(models.sensitiveModels()).containsExactly("person");
            assertThat(sent.get("addresses")).isEqualTo(Map.of("home", Map.of("city", "Ulm", "street", "Rosenweg 1")));
            assertThat(stored).doesNotContain("Rosenweg", "note");
            assertThat(codec.decode(stored).get("addresses")).isEqualTo(sent.get("addresses"));
            assertThat(codec.masked(stored).get("addresses")).isEqualTo("***");
        }
    }

    private static SessionFactoryImplementor factory() {
        return (SessionFactoryImplementor) new Configuration()
                .addAnnotatedClass(Person.class)
                .setProperty("hibernate.connection.url", "jdbc:h2:mem:sensitive-elements")
                .buildSessionFactory();
    }

    @Entity(name = "Person")
    @SyncTracked(name = "person")
    @NullUnmarked
    static class Person {
        @Id
        Long id;

        @ElementCollection
        Map<String, Address> addresses = new HashMap<>();
    }

    @Embeddable
    @NullUnmarked
    static class Address {
        String city;

        @SyncSensitive
        String street;

        @SyncIgnored
        String note = "note";

        protected Address() {}

        Address(String city, String street) {
            this.city = city;
            this.street = street;
        }
    }
}
