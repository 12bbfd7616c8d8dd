package io.synctracker.faults;

import java.sql.Connection;
import java.sql.SQLException;

/** Told of each step as it is reached, on the thread that reaches it. */
@FunctionalInterface
interface Hooks {

    Hooks NONE = point -> {};

    void reached(Point point);

    /** Called when a business transaction has appended entries and is about to commit, with its connection. */
    default void committing(Connection connection) throws SQLException {}
}
