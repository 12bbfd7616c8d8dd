package io.synctracker.capture;

import io.synctracker.EntityRef;
import io.synctracker.store.Dialect;
import io.synctracker.store.TrackedVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Keeps an entity synced with the system that a change of it came from: if that system held the entity as it was, it
 * holds it as it is now. Looks first and then updates by key, so that no gap is locked where there is no link.
 */
final class OriginLinks {

    private final String find;
    private final String cover;

    OriginLinks(Dialect dialect) {
        String key = " where model_name = ? and model_id = ? and incarnation = ? and system_name = ?"
                + " and sync_status = 'synced' and synced_version = ?";
        find = "select 1 from " + dialect.tables().links() + key;
        cover = "update " + dialect.tables().links() + " set synced_version = synced_version + 1, synced_at = "
                + dialect.now() + key;
    }

    void cover(Connection connection, List<EntityChange> changes, Map<EntityRef, TrackedVersion> versions)
            throws SQLException {
        for (EntityChange change : changes) {
            TrackedVersion version = versions.get(change.entity());
            String origin = change.origin();
            if (origin != null && version != null && exists(connection, version, origin)) {
                try (PreparedStatement statement = connection.prepareStatement(cover)) {
                    bind(statement, version, origin);
                    statement.executeUpdate();
                }
            }
        }
    }

    private boolean exists(Connection connection, TrackedVersion version, String origin) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(find)) {
            bind(statement, version, origin);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void bind(PreparedStatement statement, TrackedVersion version, String origin) throws SQLException {
        statement.setString(1, version.entity().type());
        statement.setString(2, version.entity().id());
        statement.setLong(3, version.incarnation());
        statement.setString(4, origin);
        statement.setLong(5, version.version() - 1);
    }
}
