package io.synctracker.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.SyncTracked;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Host;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToOne;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Streams of a class and of its subclass, and one that refers to the subclass. */
class H2SubclassTest extends PullTest {

    H2SubclassTest() {
        super(Vendor.H2);
    }

    @Entity(name = "Party")
    @SyncTracked(name = "party")
    @Inheritance
    static class Party {
        @Id
        @GeneratedValue
        Long id;

        String name;
    }

    @Entity(name = "Client")
    static class Client extends Party {
        String level;
    }

    @Entity(name = "Deal")
    @SyncTracked(name = "deal")
    static class Deal {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        Client client;
    }

    @Override
    protected Host start(Vendor vendor) {
        return Host.on(vendor, Party.class, Client.class, Deal.class);
    }

    @Test
    void a_reference_to_a_subclass_is_written() {
        shop.holds("customers", record("c1", "name", "x"));
        shop.holds("orders", record("o1", "client", "c1"));

        pull(
                StreamBinding.of("crm", "customers", Client.class).withFields(Map.of("name", "name")),
                StreamBinding.of("crm", "orders", Deal.class).withFields(Map.of("client", "client")));

        assertThat(reasons()).isEmpty();
        assertThat(host.jdbc().queryForObject("select count(*) from Deal where client_id is not null", Long.class))
                .isEqualTo(1);
    }

    @Test
    void a_reference_to_what_is_not_of_the_subclass_is_set_aside() {
        shop.holds("customers", record("c1", "name", "x"));
        shop.holds("orders", record("o1", "client", "c1"));

        pull(
                StreamBinding.of("crm", "customers", Party.class).withFields(Map.of("name", "name")),
                StreamBinding.of("crm", "orders", Deal.class).withFields(Map.of("client", "client")));

        assertThat(reasons()).containsExactly("The party of its attribute 'client' is no Client.");
    }
}
