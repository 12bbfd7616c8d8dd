package io.synctracker.testdatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.opentest4j.TestAbortedException;

class ServersTest {

    private static final ServerSource NOTHING = vendor -> Optional.empty();

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void a_missing_server_skips_the_test() {
        assertThatThrownBy(() -> servers(false, NOTHING).server(Vendor.MARIADB))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no MariaDB for the tests: set SYNC_TRACKER_TEST_MARIADB_URL");
    }

    @Test
    void a_missing_server_fails_the_test_where_it_is_required() {
        assertThatThrownBy(() -> servers(true, NOTHING).server(Vendor.MARIADB))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no MariaDB for the tests");
    }

    @Test
    void a_missing_server_fails_the_list_where_it_is_required() {
        assertThatThrownBy(servers(true, H2Server::find, NOTHING)::available).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void only_what_is_there_is_available() {
        assertThat(servers(false, H2Server::find, NOTHING).available()).containsExactly(Vendor.H2);
    }

    @Test
    void the_first_source_that_finds_a_server_wins() {
        Server first = new H2Server();
        assertThat(servers(true, NOTHING, vendor -> Optional.of(first), H2Server::find)
                        .server(Vendor.H2))
                .isSameAs(first);
    }

    @Test
    void what_the_tests_run_on_is_said_once() {
        Servers servers = servers(false, H2Server::find);
        servers.server(Vendor.H2);
        servers.server(Vendor.H2);
        assertThat(console.toString(StandardCharsets.UTF_8)).containsOnlyOnce("[test databases] H2 2.");
    }

    @Test
    void what_is_skipped_is_said_too() {
        servers(false, H2Server::find).available();
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("SKIPPED: no PostgreSQL", "SKIPPED: no MariaDB");
    }

    @Test
    void a_server_that_the_environment_names_is_not_replaced_by_another() {
        Map<String, String> environment =
                Map.of("SYNC_TRACKER_TEST_POSTGRESQL_URL", "jdbc:postgresql://127.0.0.1:1/postgres");
        Servers servers =
                servers(false, new EnvironmentSource(environment::get), vendor -> Optional.of(new H2Server()));
        assertThatThrownBy(() -> servers.server(Vendor.POSTGRESQL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("correct or unset SYNC_TRACKER_TEST_POSTGRESQL_URL");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "SYNC_TRACKER_TEST_EMBEDDED", matches = "true")
    void postgresql_starts_from_an_artifact() {
        Server server = servers(true, new EmbeddedSource()).server(Vendor.POSTGRESQL);
        assertThat(server.description()).startsWith("PostgreSQL 18").endsWith("embedded");
    }

    private Servers servers(boolean required, ServerSource... sources) {
        return new Servers(List.of(sources), required, new PrintStream(console, true, StandardCharsets.UTF_8));
    }
}
