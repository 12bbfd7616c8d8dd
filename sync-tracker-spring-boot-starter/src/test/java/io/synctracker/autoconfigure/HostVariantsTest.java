package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.Product;
import com.example.shop.ProductRepository;
import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Host;
import io.synctracker.testing.NamedTarget;
import io.synctracker.tracking.SyncTracker;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever a host has set, an entity that it saves arrives. */
class HostVariantsTest {

    /** Several settings in each host, since every start costs a second. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.main.lazy-initialization=true"
                        + ",spring.data.jpa.repositories.bootstrap-mode=lazy"
                        + ",spring.jackson.property-naming-strategy=SNAKE_CASE"
                        + ",spring.jpa.properties.hibernate.jdbc.batch_size=30"
                        + ",spring.jpa.properties.hibernate.order_inserts=true",
                "spring.data.jpa.repositories.bootstrap-mode=deferred"
                        + ",spring.datasource.hikari.auto-commit=false"
                        + ",sync-tracker.relay.notify-others=false",
                "spring.jpa.defer-datasource-initialization=true"
                        + ",spring.jpa.hibernate.ddl-auto=create-drop"
                        + ",spring.jpa.hibernate.naming.physical-strategy=io.synctracker.autoconfigure.PrefixingStrategy",
                "spring.jpa.properties.hibernate.globally_quoted_identifiers=true"
                        + ",spring.datasource.connection-fetch=lazy"
                        + ",sync-tracker.bulk-detection=fail",
            })
    void an_entity_arrives_in_a_host_with(String settings) {
        try (ConfigurableApplicationContext host =
                Host.shop().with(Crm.class).set(settings.split(",")).start()) {
            assertDelivers(host);
        }
    }

    @Test
    void the_hosts_migrations_and_ours_get_along_on_postgresql() {
        try (TestDatabase database = TestDatabase.of(Vendor.POSTGRESQL);
                ConfigurableApplicationContext host = Host.shop()
                        .with(Crm.class)
                        .on(database)
                        .set("spring.flyway.enabled=true", "spring.flyway.locations=classpath:host/flyway")
                        .set("spring.jpa.hibernate.ddl-auto=validate")
                        .start()) {
            assertDelivers(host);
        }
    }

    @Test
    void an_application_that_starts_again_finds_its_tables_up_to_date() {
        try (TestDatabase database = TestDatabase.of(Vendor.POSTGRESQL)) {
            Host.shop().on(database).start().close();
            try (ConfigurableApplicationContext host = Host.shop()
                    .with(Crm.class)
                    .on(database)
                    .set("sync-tracker.schema.mode=validate")
                    .start()) {
                assertDelivers(host);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"H2", "POSTGRESQL"})
    void the_tables_have_the_names_and_the_schema_that_they_are_given(Vendor vendor) {
        String schema = "Outside";
        try (TestDatabase database = TestDatabase.of(vendor);
                ConfigurableApplicationContext host = Host.shop()
                        .with(Crm.class)
                        .on(database)
                        .set("sync-tracker.schema.name=" + schema, "sync-tracker.table-name=known_entities")
                        .set("sync-tracker.schema.links-table=known_links", "sync-tracker.schema.logs-table=known_logs")
                        .set("sync-tracker.schema.targets-table=known_targets")
                        .start()) {
            assertDelivers(host);
            assertThat(host.getBean(JdbcTemplate.class)
                            .queryForObject("select count(*) from " + schema + ".known_logs", Long.class))
                    .isEqualTo(1);
            assertThat(linksSeenThroughJpa(host)).isEqualTo(1);
        }
    }

    @Test
    void the_hosts_own_statement_inspector_is_still_asked() {
        try (ConfigurableApplicationContext host = Host.shop()
                .with(Crm.class)
                .set("spring.jpa.properties.hibernate.session_factory.statement_inspector="
                        + CountingInspector.class.getName())
                .start()) {
            int before = CountingInspector.ASKED.get();
            host.getBean(ProductRepository.class).save(new Product("Tea"));
            assertThat(CountingInspector.ASKED).hasValueGreaterThan(before);
        }
    }

    private static void assertDelivers(ConfigurableApplicationContext host) {
        NamedTarget crm = host.getBean(NamedTarget.class);
        Product tea = host.getBean(ProductRepository.class).save(new Product("Tea"));
        SyncTracker tracker = host.getBean(SyncTracker.class);
        await().until(() -> tracker.isSynced(tea, "crm"));
        assertThat(crm.deliveries()).hasSize(1);
        assertThat(crm.deliveries().get(0).payload()).containsEntry("name", "Tea");
    }

    private static long linksSeenThroughJpa(ConfigurableApplicationContext host) {
        try (EntityManager entities = host.getBean(EntityManagerFactory.class).createEntityManager()) {
            return entities.createQuery("select count(s) from SyncTrackedEntity s", Long.class)
                    .getSingleResult();
        }
    }

    /** An inspector of the host's own, named by its class. */
    public static final class CountingInspector implements StatementInspector {

        private static final long serialVersionUID = 1L;
        private static final AtomicInteger ASKED = new AtomicInteger();

        @Override
        public String inspect(String sql) {
            ASKED.incrementAndGet();
            return sql;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Crm {
        @Bean
        NamedTarget crm() {
            return new NamedTarget("crm");
        }
    }
}
