package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.ProductRepository;
import com.example.shop.ShopApplication;
import io.synctracker.testing.Host;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

class HostConflictsTest {

    @Test
    void the_tables_are_made_beside_the_hosts() {
        try (ConfigurableApplicationContext host = Host.shop().start()) {
            assertThat(tables(host))
                    .contains("product", "sync_tracked_entities", "sync_links", "sync_logs", "sync_targets");
        }
    }

    @Test
    void the_hosts_own_flyway_finds_an_empty_database() {
        try (ConfigurableApplicationContext host = Host.shop()
                .set("spring.flyway.enabled=true", "spring.flyway.locations=classpath:host/flyway")
                .set("spring.jpa.hibernate.ddl-auto=validate")
                .start()) {
            assertThat(tables(host)).contains("product", "flyway_schema_history", "sync_tracker_schema_history");
            assertThat(host.getBeansOfType(Flyway.class)).hasSize(1);
        }
    }

    @Test
    void the_hosts_liquibase_runs_before_ours() {
        try (ConfigurableApplicationContext host = Host.shop()
                .set("spring.liquibase.enabled=true", "spring.liquibase.change-log=classpath:host/liquibase.sql")
                .set("spring.jpa.hibernate.ddl-auto=validate")
                .start()) {
            assertThat(tables(host)).contains("product", "databasechangelog", "sync_logs");
        }
    }

    @Test
    void no_flyway_appears_in_a_host_that_has_none() {
        try (ConfigurableApplicationContext host = Host.shop().start()) {
            assertThat(host.getBeansOfType(Flyway.class)).isEmpty();
        }
    }

    @Test
    void create_drop_in_the_host_leaves_our_tables_alone() {
        try (ConfigurableApplicationContext host =
                Host.shop().set("spring.jpa.hibernate.ddl-auto=create-drop").start()) {
            assertThat(tables(host)).contains("sync_logs", "product");
        }
    }

    @Test
    void a_naming_strategy_of_the_host_does_not_rename_our_tables() {
        try (ConfigurableApplicationContext host = Host.shop()
                .set("spring.jpa.hibernate.naming.physical-strategy=" + PrefixingStrategy.class.getName())
                .start()) {
            assertThat(tables(host)).contains("t_product", "sync_logs").doesNotContain("t_sync_logs");
        }
    }

    @Test
    void an_entity_scan_of_the_host_keeps_its_repositories() {
        try (ConfigurableApplicationContext host =
                Host.shop().with(ScansEntities.class).start()) {
            assertThat(host.getBeansOfType(ProductRepository.class)).hasSize(1);
        }
    }

    private static List<String> tables(ConfigurableApplicationContext host) {
        return host.getBean(JdbcTemplate.class)
                .queryForList(
                        "select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'",
                        String.class);
    }

    @Configuration
    @EntityScan(basePackageClasses = ShopApplication.class)
    static class ScansEntities {}
}
