package io.synctracker.capture;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.store.Dialect;
import io.synctracker.store.TrackedChange;
import io.synctracker.store.TrackedVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings a tombstone back to life: a soft-deleted entity that is restored is updated and not created, and keeps what is
 * known of it. Only an update of an entity that has just got its first row can be one, and only where a delete leaves
 * the row behind, so that nothing is asked else: at SERIALIZABLE a mere question can fail a transaction.
 */
final class Revival {

    private final String find;
    private final String remove;
    private final String revive;

    Revival(Dialect dialect) {
        String tracked = dialect.tables().trackedEntities();
        String key = " where model_name = ? and model_id = ? and tombstone = ?";
        find = "select incarnation, version from " + tracked
                + " where model_name = ? and model_id = ? and tombstone <> 0 order by deleted_at";
        remove = "delete from " + tracked + key;
        revive = "update " + tracked + " set tombstone = 0, deleted_at = null, updated_at = " + dialect.now()
                + ", version = version + 1" + key;
    }

    /** Returns whether a change may be the restoring of an entity. */
    static boolean isPossible(EntityChange change) {
        return change.type() == ChangeType.UPDATE && change.mapping().isRestorable();
    }

    /**
     * Revives what was counted as new.
     *
     * @param changes what was done to which entities
     * @param counted the same as it was counted, with the incarnations that were offered
     * @param versions what came of the count; corrected here
     */
    void revive(
            Connection connection,
            List<EntityChange> changes,
            List<TrackedChange> counted,
            Map<EntityRef, TrackedVersion> versions)
            throws SQLException {
        Set<EntityRef> restorable = new HashSet<>();
        for (EntityChange change : changes) {
            if (isPossible(change)) {
                restorable.add(change.entity());
            }
        }
        for (TrackedChange change : counted) {
            TrackedVersion version = versions.get(change.entity());
            if (restorable.contains(change.entity())
                    && version != null
                    && version.incarnation() == change.incarnation()) {
                revive(connection, change.entity(), versions);
            }
        }
    }

    private void revive(Connection connection, EntityRef entity, Map<EntityRef, TrackedVersion> versions)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(find)) {
            bind(statement, entity);
            try (ResultSet rows = statement.executeQuery()) {
                TrackedVersion dead = null;
                while (rows.next()) {
                    dead = new TrackedVersion(entity, rows.getLong(1), rows.getLong(2));
                }
                if (dead != null) {
                    update(connection, remove, entity, 0);
                    update(connection, revive, entity, dead.incarnation());
                    versions.put(entity, new TrackedVersion(entity, dead.incarnation(), dead.version() + 1));
                }
            }
        }
    }

    private static void update(Connection connection, String sql, EntityRef entity, long tombstone)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, entity);
            statement.setLong(3, tombstone);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, EntityRef entity) throws SQLException {
        statement.setString(1, entity.type());
        statement.setString(2, entity.id());
    }
}
