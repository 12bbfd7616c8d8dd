package io.synctracker.outbox;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.store.Codes;
import io.synctracker.store.TrackedVersion;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An entry that waits behind the first one of its entity and target.
 *
 * @param id the entry's id
 * @param change which entity, in which life, at which version
 * @param action what happened
 * @param attempted whether it was ever tried
 * @param newestId the newest change in it: its own id, unless others were folded into it
 */
record Follower(long id, TrackedVersion change, ChangeType action, boolean attempted, long newestId) {

    static Follower read(ResultSet row, int number) throws SQLException {
        EntityRef entity = new EntityRef(row.getString("model_name"), row.getString("model_id"));
        return new Follower(
                row.getLong("id"),
                new TrackedVersion(entity, row.getLong("incarnation"), row.getLong("version")),
                Codes.value(ChangeType.class, row.getString("action")),
                row.getInt("sync_attempts") > 0,
                row.getLong("newest_id"));
    }
}
