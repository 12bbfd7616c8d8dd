package io.synctracker.testdatabases;

import java.sql.SQLException;

/** A running server on which databases can be made and dropped. Thread-safe. */
interface Server {

    /** How the server was found and what it is, for the line that says what the tests ran on. */
    String description();

    Login create(String database) throws SQLException;

    void drop(String database) throws SQLException;
}
