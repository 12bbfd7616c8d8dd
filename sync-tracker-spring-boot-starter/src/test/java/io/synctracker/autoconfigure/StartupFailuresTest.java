package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.clinic.ClinicApplication;
import io.synctracker.target.SyncTarget;
import io.synctracker.testing.Host;
import io.synctracker.testing.NamedTarget;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class StartupFailuresTest {

    private static final String KEY = "sync-tracker.encryption.keys.k1=";

    @Test
    void a_model_that_names_an_undeclared_target_is_explained() {
        Explanation why = why(Host.shop().with(Crm.class).set("sync-tracker.models.Product.targets=crm,erp"));
        assertThat(why.description())
                .contains("com.example.shop.Product", "'Product'", "nobody declares: erp.", "declares: crm.");
        assertThat(why.action()).contains("SyncTarget bean", "sync-tracker.targets.erp.http");
    }

    @Test
    void settings_of_an_undeclared_target_are_explained() {
        Explanation why = why(Host.shop().with(Crm.class).set("sync-tracker.targets.cmr.concurrency=2"));
        assertThat(why.description()).contains("sync-tracker.targets.cmr", "declares: crm.");
    }

    @Test
    void settings_of_an_unknown_model_are_explained() {
        Explanation why = why(Host.shop().set("sync-tracker.models.Prodcut.enabled=true"));
        assertThat(why.description()).contains("sync-tracker.models.Prodcut names no entity");
    }

    @Test
    void two_targets_of_one_name_are_explained() {
        Explanation why = why(Host.shop().with(Crm.class, CrmAgain.class));
        assertThat(why.description()).contains("Two targets are named 'crm'");
    }

    @Test
    void a_sensitive_attribute_without_a_key_is_explained() {
        Explanation why = why(Host.of(ClinicApplication.class));
        assertThat(why.description()).contains("@SyncSensitive", "no key", "Patient");
        assertThat(why.action()).contains("sync-tracker.encryption.active-key", "openssl rand -base64 32");
    }

    @Test
    void a_key_of_the_wrong_length_is_explained_and_not_shown() {
        Explanation why = why(Host.of(ClinicApplication.class)
                .set("sync-tracker.encryption.active-key=k1", KEY + "c2hvcnRfc2VjcmV0"));
        assertThat(why.description())
                .contains("sync-tracker.encryption.keys.k1 has 12 bytes")
                .doesNotContain("c2hvcnRfc2VjcmV0", "short_secret");
    }

    @Test
    void a_missing_active_key_is_explained() {
        Explanation why = why(Host.shop().set("sync-tracker.encryption.active-key=k2"));
        assertThat(why.description()).contains("sync-tracker.encryption.active-key is 'k2'");
    }

    @Test
    void missing_tables_are_explained_when_nobody_makes_them() {
        Explanation why = why(Host.shop().set("sync-tracker.schema.mode=none"));
        assertThat(why.description()).contains("sync_logs", "missing", "sync-tracker.schema.mode is none");
        assertThat(why.action()).contains("docs/reference/tables.md");
    }

    @Test
    void tables_that_were_made_under_other_names_are_explained() {
        String database = "spring.datasource.url=jdbc:h2:mem:renamed;DB_CLOSE_DELAY=-1";
        Host.shop().set(database).start().close();
        Explanation why = why(Host.shop().set(database, "sync-tracker.table-name=my_entities"));
        assertThat(why.description()).contains("The tables my_entities are missing");
        assertThat(why.action()).contains("sync-tracker.table-name");
    }

    @Test
    void missing_tables_are_explained_when_they_are_only_validated() {
        Explanation why = why(Host.shop().set("sync-tracker.schema.mode=validate"));
        assertThat(why.description()).contains("sync-tracker.schema.mode=migrate");
    }

    @Test
    void a_table_name_that_is_no_identifier_is_explained() {
        Explanation why = why(Host.shop().set("sync-tracker.table-name=a; drop table b"));
        assertThat(why.description()).contains("'a; drop table b'", "identifier");
    }

    @Test
    void a_call_that_could_outlive_its_lease_is_explained() {
        Explanation why = why(Host.shop().set("sync-tracker.relay.call-timeout=2m"));
        assertThat(why.description()).contains("call-timeout", "PT2M", "lease");
    }

    @Test
    void a_cron_expression_that_is_none_is_explained() {
        Explanation why = why(Host.shop().set("sync-tracker.cleanup.cron=daily"));
        assertThat(why.description()).contains("sync-tracker.cleanup.cron is 'daily'");
        assertThat(why.action()).contains("0 0 3 * * *");
    }

    @Test
    void an_unsupported_database_is_explained() {
        Explanation why = why(Host.shop().with(OnAnotherDatabase.class));
        assertThat(why.description()).contains("The database 'Apache Derby' is not supported", "PostgreSQL");
    }

    private static Explanation why(Host host) {
        return Explanation.of(() -> host.start().close());
    }

    @Configuration(proxyBeanMethods = false)
    static class Crm {
        @Bean
        SyncTarget crm() {
            return new NamedTarget("crm");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OnAnotherDatabase {
        @Bean
        DataSource dataSource() {
            return new RenamedDatabase("Apache Derby");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class CrmAgain {
        @Bean
        SyncTarget crmAgain() {
            return new NamedTarget("crm");
        }
    }
}
