package io.synctracker.testdatabases;

import java.sql.SQLException;
import java.util.Optional;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A container, where Docker answers; Testcontainers removes it when this JVM has ended. */
final class ContainerSource implements ServerSource {

    private static final String POSTGRESQL_IMAGE = "postgres:18";
    private static final String MARIADB_IMAGE = "mariadb:11.8";

    private final Docker docker;

    ContainerSource(Docker docker) {
        this.docker = docker;
    }

    @Override
    public Optional<Server> find(Vendor vendor) {
        if (vendor == Vendor.H2 || !docker.answers()) {
            return Optional.empty();
        }
        return Optional.of(vendor == Vendor.POSTGRESQL ? postgresql() : mariadb());
    }

    private static Server postgresql() {
        PostgreSQLContainer container = new PostgreSQLContainer(POSTGRESQL_IMAGE);
        container.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        return started(Vendor.POSTGRESQL, container, container.getUsername());
    }

    // Only root may make databases; the container gives it the password of its ordinary user.
    private static Server mariadb() {
        return started(Vendor.MARIADB, new MariaDBContainer(MARIADB_IMAGE), "root");
    }

    private static Server started(Vendor vendor, JdbcDatabaseContainer<?> container, String administrator) {
        container.start();
        Login login = new Login(container.getJdbcUrl(), administrator, container.getPassword());
        try {
            return NetworkServer.connect(vendor, login, "in container " + container.getDockerImageName());
        } catch (SQLException failure) {
            throw new IllegalStateException("Container " + container.getDockerImageName() + " lets nobody in", failure);
        }
    }
}
