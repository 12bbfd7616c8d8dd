package io.synctracker.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Host;
import io.synctracker.testing.Zoo;
import io.synctracker.tracking.SyncTrackedEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x;drop table y", "1a", "a.b.c", "\"quoted\""})
    void a_name_that_is_no_plain_identifier_is_refused(String name) {
        assertThatThrownBy(() -> new TableNames(name, "l", "o", "t")).hasMessageContaining("'" + name + "'");
    }

    @Test
    void a_schema_stands_in_front_of_every_name() {
        assertThat(TableNames.DEFAULT.in("sync").logs()).isEqualTo("sync.sync_logs");
        assertThat(TableNames.DEFAULT.in(null)).isEqualTo(TableNames.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void tables_of_other_names_are_used_everywhere(Vendor vendor) {
        TableNames names = new TableNames("my_entities", "my_links", "my_logs", "my_targets");
        try (Host host = Host.on(vendor, names)) {
            Zoo.Product product = host.save(new Zoo.Product("a"));
            host.tracker().markAsSynced(product, "X", "crm");

            assertThat(host.log("crm")).hasSize(1);
            assertThat(host.jdbc().queryForObject("select external_id from my_links", String.class))
                    .isEqualTo("X");
            host.run(em -> assertThat(em.createQuery("from SyncTrackedEntity", SyncTrackedEntity.class)
                            .getResultList())
                    .hasSize(1));
        }
    }
}
