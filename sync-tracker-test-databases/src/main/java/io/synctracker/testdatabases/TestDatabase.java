package io.synctracker.testdatabases;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An empty database of one test class, dropped when it is closed or, at the latest, when the JVM ends.
 *
 * <p>The first of these that there is gives the server: the one that the environment names
 * ({@code SYNC_TRACKER_TEST_POSTGRESQL_URL}, {@code _USER} and {@code _PASSWORD}, the same for {@code MARIADB}; the user
 * must be allowed to create databases), a container where Docker answers, the one on loopback (PostgreSQL on 5432 as
 * {@code postgres}, MariaDB on 3306 as {@code root}, no password), and for PostgreSQL an embedded one. An explicit URL
 * comes before Docker because who sets it means it. H2 runs in memory. What the tests run on is printed once for each
 * vendor and JVM.
 *
 * <p>Thread-safe.
 */
public final class TestDatabase implements AutoCloseable {

    private static final int POOL_SIZE = 16;
    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;
    private static final long IDLE_TIMEOUT_MILLIS = 10_000;

    private static final Set<TestDatabase> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::dropLeftovers, "drop-test-databases"));
    }

    private final Vendor vendor;
    private final Server server;
    private final String name;
    private final Login login;
    private @Nullable HikariDataSource pool;

    private TestDatabase(Vendor vendor, Server server, String name) throws SQLException {
        this.vendor = vendor;
        this.server = server;
        this.name = name;
        this.login = server.create(name);
    }

    /**
     * Makes an empty database.
     *
     * @return the database, to be closed by the caller
     * @throws IllegalStateException if the vendor has no server here and the environment says {@code CI=true}, or if
     *     the server refused to make the database
     * @throws org.opentest4j.TestAbortedException if the vendor has no server here: JUnit then skips the test
     */
    public static TestDatabase of(Vendor vendor) {
        Server server = Servers.shared().server(vendor);
        String name = "sync_tracker_test_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        try {
            TestDatabase database = new TestDatabase(vendor, server, name);
            OPEN.add(database);
            return database;
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot create database " + name + " on " + server.description(), failure);
        }
    }

    /**
     * The vendors that have a server here, always with H2 among them.
     *
     * @throws IllegalStateException if one is missing and the environment says {@code CI=true}
     */
    public static List<Vendor> available() {
        return Servers.shared().available();
    }

    /** The product that runs this database. */
    public Vendor vendor() {
        return vendor;
    }

    /** The JDBC URL of this database. */
    public String url() {
        return login.url();
    }

    /** The user, who may do everything in this database. */
    public String user() {
        return login.user();
    }

    /** The user's password; empty when there is none. */
    public String password() {
        return login.password();
    }

    /** A pool on this database; the same one on every call, closed with this database. */
    public synchronized DataSource dataSource() {
        if (pool == null) {
            pool = newPool();
        }
        return pool;
    }

    private HikariDataSource newPool() {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(login.url());
        source.setUsername(login.user());
        source.setPassword(login.password());
        source.setMaximumPoolSize(POOL_SIZE);
        // Many test JVMs may share one server: an idle pool gives its connections back.
        source.setMinimumIdle(0);
        source.setIdleTimeout(IDLE_TIMEOUT_MILLIS);
        source.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        return source;
    }

    /**
     * Closes the pool and drops the database, also under connections that are still open. A second call does nothing.
     *
     * @throws IllegalStateException if the server refused to drop the database
     */
    @Override
    public void close() {
        if (!OPEN.remove(this)) {
            return;
        }
        closePool();
        try {
            server.drop(name);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot drop database " + name + " on " + server.description(), failure);
        }
    }

    private synchronized void closePool() {
        if (pool != null) {
            pool.close();
        }
    }

    private static void dropLeftovers() {
        for (TestDatabase database : OPEN) {
            try {
                database.close();
            } catch (IllegalStateException gone) {
                // The server may be stopping at this very moment too, and its databases with it.
            }
        }
    }

    /** The vendor and the database's name. */
    @Override
    public String toString() {
        return vendor + " " + name;
    }
}
