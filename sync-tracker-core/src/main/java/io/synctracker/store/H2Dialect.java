package io.synctracker.store;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** H2: a merge for each change, and the versions read back. It is for trying out and for tests, one relay at a time. */
final class H2Dialect extends Dialect {

    private static final String KEY = " where model_name = ? and model_id = ?";

    H2Dialect(TableNames tables) {
        super(tables);
    }

    @Override
    String vendor() {
        return "h2";
    }

    @Override
    public String now() {
        return "current_timestamp(6)";
    }

    @Override
    public String nowPlusMicros() {
        return "dateadd(microsecond, ?, current_timestamp(6))";
    }

    @Override
    public boolean locksBeyondLimit() {
        return true;
    }

    @Override
    public Map<EntityRef, TrackedVersion> countUp(Connection connection, List<TrackedChange> changes)
            throws SQLException {
        Map<EntityRef, TrackedVersion> versions = new HashMap<>();
        for (TrackedChange change : changes) {
            if (update(connection, change) == 0) {
                TrackedRows.insertAll(connection, insertSql(change.type()), List.of(change));
            }
            if (change.type() == ChangeType.DELETE) {
                TrackedRows.bury(connection, tables(), change.entity());
            }
            versions.put(change.entity(), readBack(connection, change));
        }
        return versions;
    }

    private int update(Connection connection, TrackedChange change) throws SQLException {
        String sql = "update " + tables().trackedEntities() + " set "
                + switch (change.type()) {
                    case CREATE -> "incarnation = ?, version = 1, created_at = " + now() + ", updated_at = null";
                    case UPDATE -> "version = version + 1, updated_at = " + now();
                    case DELETE -> "version = version + 1, deleted_at = " + now();
                }
                + KEY + " and tombstone = 0";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            if (change.type() == ChangeType.CREATE) {
                statement.setLong(index++, change.incarnation());
            }
            statement.setString(index++, change.entity().type());
            statement.setString(index, change.entity().id());
            return statement.executeUpdate();
        }
    }

    private String insertSql(ChangeType type) {
        String time = type == ChangeType.UPDATE ? ", updated_at" : type == ChangeType.DELETE ? ", deleted_at" : "";
        return "insert into " + tables().trackedEntities() + " (model_name, model_id, incarnation, version" + time
                + ") values (?,?,?,1" + (time.isEmpty() ? "" : ", " + now()) + ")";
    }

    private TrackedVersion readBack(Connection connection, TrackedChange change) throws SQLException {
        String sql = "select incarnation, version from " + tables().trackedEntities() + KEY
                + " order by case when deleted_at is null then 0 else 1 end, deleted_at desc fetch first row only";
        if (change.type() == ChangeType.DELETE) {
            sql = sql.replace(
                    "case when deleted_at is null then 0 else 1 end", "case when deleted_at is null then 1 else 0 end");
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, change.entity().type());
            statement.setString(2, change.entity().id());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new TrackedVersion(change.entity(), rows.getLong(1), rows.getLong(2));
            }
        }
    }

    @Override
    public String readLocked() {
        return " for update";
    }

    @Override
    public String ensureLink() {
        return "merge into " + tables().links() + " l using (select cast(? as varchar) n, cast(? as varchar) i,"
                + " cast(? as bigint) c, cast(? as varchar) s, cast(? as bigint) t) v on l.model_name = v.n"
                + " and l.model_id = v.i and l.incarnation = v.c and l.system_name = v.s when not matched then insert"
                + " (model_name, model_id, incarnation, system_name, tombstone, sync_status)"
                + " values (v.n, v.i, v.c, v.s, v.t, 'pending')";
    }

    @Override
    public void ensureTracked(Connection connection, List<TrackedChange> changes) throws SQLException {
        String sql = "merge into " + tables().trackedEntities() + " t using (select cast(? as varchar) n,"
                + " cast(? as varchar) i, cast(? as bigint) c) v on t.model_name = v.n and t.model_id = v.i"
                + " and t.tombstone = 0 when not matched then insert (model_name, model_id, incarnation, version)"
                + " values (v.n, v.i, v.c, 0)";
        TrackedRows.insertAll(connection, sql, changes);
    }
}
