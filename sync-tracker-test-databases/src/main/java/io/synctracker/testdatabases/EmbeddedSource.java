package io.synctracker.testdatabases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** PostgreSQL from a Maven artifact, started by this JVM and stopped with it. */
final class EmbeddedSource implements ServerSource {

    private static final String CONNECTIONS = "200";

    @Override
    public Optional<Server> find(Vendor vendor) {
        return vendor == Vendor.POSTGRESQL ? Optional.of(start()) : Optional.empty();
    }

    private static Server start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", CONNECTIONS)
                    .setServerConfig("fsync", "off")
                    .start();
            Login administrator = new Login(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            return NetworkServer.connect(Vendor.POSTGRESQL, administrator, "embedded");
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(
                    "The embedded PostgreSQL does not start: run one on 127.0.0.1:5432, or set "
                            + EnvironmentSource.variable(Vendor.POSTGRESQL, "_URL"),
                    failure);
        }
    }
}
