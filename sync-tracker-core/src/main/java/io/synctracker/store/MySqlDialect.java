package io.synctracker.store;

import io.synctracker.EntityRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** MySQL 8.0.13 and later: as MariaDB, but it cannot return what it wrote, so the versions are read back. */
final class MySqlDialect extends MariaDbDialect {

    MySqlDialect(TableNames tables) {
        super(tables);
    }

    @Override
    String vendor() {
        return "mysql";
    }

    @Override
    String collation() {
        return "utf8mb4_0900_bin";
    }

    @Override
    public LinkDialect forLinks() {
        return new MariaDbLinkDialect(this, 1);
    }

    @Override
    void countUpChunk(Connection connection, List<TrackedChange> changes, Map<EntityRef, TrackedVersion> versions)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(countUpSql(changes))) {
            bind(statement, changes);
            statement.executeUpdate();
        }
        readBack(connection, changes, versions);
        buryNew(connection, changes, versions);
    }

    /** Reads each entity's newest row last, the living one after every tombstone. */
    private void readBack(Connection connection, List<TrackedChange> changes, Map<EntityRef, TrackedVersion> versions)
            throws SQLException {
        String sql = "select model_name, model_id, incarnation, version from " + tables().trackedEntities()
                + " where (model_name, model_id) in ("
                + "(?,?),".repeat(changes.size()).replaceFirst(",$", "")
                + ") order by deleted_at is null, deleted_at";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (TrackedChange change : changes) {
                statement.setString(index++, change.entity().type());
                statement.setString(index++, change.entity().id());
            }
            try (ResultSet rows = statement.executeQuery()) {
                readVersions(rows, versions);
            }
        }
    }
}
