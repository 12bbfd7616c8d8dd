package io.synctracker.testdatabases;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL or MariaDB server that is spoken to over a socket. */
final class NetworkServer implements Server {

    // MariaDB would wait a day for the tables of a transaction that somebody left open.
    private static final String DROP_PATIENCE = "set statement lock_wait_timeout = 10 for ";

    private final Vendor vendor;
    private final Login administrator;
    private final String description;

    private NetworkServer(Vendor vendor, Login administrator, String description) {
        this.vendor = vendor;
        this.administrator = administrator;
        this.description = description;
    }

    /**
     * Connects once, so that a server that does not answer is noticed here and not in the first test.
     *
     * @param origin how the server was found, in words
     * @throws SQLException if the server does not answer, or does not let the administrator in
     */
    static NetworkServer connect(Vendor vendor, Login administrator, String origin) throws SQLException {
        try (Connection connection = administrator.connect()) {
            DatabaseMetaData server = connection.getMetaData();
            String description =
                    server.getDatabaseProductName() + " " + server.getDatabaseProductVersion() + ", " + origin;
            return new NetworkServer(vendor, administrator, description);
        }
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Login create(String database) throws SQLException {
        execute("create database " + database + properties());
        return administrator.toDatabase(database);
    }

    @Override
    public void drop(String database) throws SQLException {
        String drop = "drop database if exists " + database;
        execute(vendor == Vendor.POSTGRESQL ? drop + " with (force)" : DROP_PATIENCE + drop);
    }

    // template1 cannot be copied while anyone is connected to it; nobody can connect to template0.
    private String properties() {
        return vendor == Vendor.POSTGRESQL ? " template template0 encoding 'UTF8'" : " character set utf8mb4";
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = administrator.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
