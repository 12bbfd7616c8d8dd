package io.synctracker.faults;

import io.synctracker.testdatabases.Vendor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class PostgresOutageTest extends OutageContract {

    @TempDir
    private Path directory;

    PostgresOutageTest() {
        super(Vendor.POSTGRESQL);
    }

    @Override
    void endSessions(JdbcTemplate jdbc) {
        jdbc.queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    @Test
    void relays_go_on_by_themselves_after_the_server_was_stopped() throws Exception {
        PrivatePostgres server = new PrivatePostgres(directory);
        try (Scene scene = Scene.on(server, seed, new World(seed, 10, 10_000), LEASE)) {
            Running running = Running.start(scene, server.url());
            running.goOn();
            server.stop();
            FaultsContract.pass(1000);
            server.startAgain();
            running.mustEndWell();
        }
    }
}
