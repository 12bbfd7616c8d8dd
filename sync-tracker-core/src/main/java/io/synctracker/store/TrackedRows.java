package io.synctracker.store;

import io.synctracker.EntityRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Statements on the entities' rows that all databases share. */
final class TrackedRows {

    private TrackedRows() {}

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Lets a row that is deleted give up its key. */
    static void bury(Connection connection, TableNames tables, EntityRef entity) throws SQLException {
        String sql = "update " + tables.trackedEntities() + " set tombstone = incarnation"
                + " where model_name = ? and model_id = ? and tombstone = 0 and deleted_at is not null";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, entity.type());
            statement.setString(2, entity.id());
            statement.executeUpdate();
        }
    }

    /** Runs a statement that takes name, id and incarnation, once for each entity, in one batch. */
    static void insertAll(Connection connection, String sql, List<TrackedChange> changes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (TrackedChange change : changes) {
                statement.setString(1, change.entity().type());
                statement.setString(2, change.entity().id());
                statement.setLong(3, change.incarnation());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
