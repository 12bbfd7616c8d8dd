package io.synctracker.store;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB 10.6 and later. Times are UTC in {@code datetime} columns, so that no session's time zone can shift them. The
 * upsert meets a duplicate only in the primary key, where InnoDB locks the record and not the gap before it.
 */
class MariaDbDialect extends Dialect {

    private static final int CHUNK = 500;

    private static final String ROW =
            "(?,?,?,1,if(? = 'update', utc_timestamp(6), null),if(? = 'delete', utc_timestamp(6), null))";

    // Assignments run from left to right and see what stands left of them, so the tombstone comes last.
    private static final String ANY_CHANGE = """
            created_at = if(values(updated_at) is null and values(deleted_at) is null,
                            values(created_at), created_at),
            version = if(values(updated_at) is null and values(deleted_at) is null, 1, version + 1),
            incarnation = if(values(updated_at) is null and values(deleted_at) is null,
                             values(incarnation), incarnation),
            updated_at = if(values(deleted_at) is not null, updated_at, values(updated_at)),
            deleted_at = values(deleted_at),
            tombstone = if(values(deleted_at) is null, 0, incarnation)""";

    MariaDbDialect(TableNames tables) {
        super(tables);
    }

    @Override
    String vendor() {
        return "mariadb";
    }

    @Override
    String collation() {
        return "utf8mb4_nopad_bin";
    }

    @Override
    public String now() {
        return "utc_timestamp(6)";
    }

    @Override
    public String nowPlusMicros() {
        return "(utc_timestamp(6) + interval ? microsecond)";
    }

    @Override
    public Object parameter(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    @Override
    public @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        LocalDateTime time = rows.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    @Override
    public Map<EntityRef, TrackedVersion> countUp(Connection connection, List<TrackedChange> changes)
            throws SQLException {
        Map<EntityRef, TrackedVersion> versions = new HashMap<>();
        for (int from = 0; from < changes.size(); from += CHUNK) {
            countUpChunk(connection, changes.subList(from, Math.min(from + CHUNK, changes.size())), versions);
        }
        return versions;
    }

    /** Counts up one statement's worth; overridden where the database cannot return what it wrote. */
    void countUpChunk(Connection connection, List<TrackedChange> changes, Map<EntityRef, TrackedVersion> versions)
            throws SQLException {
        String sql = countUpSql(changes) + " returning model_name, model_id, incarnation, version";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, changes);
            try (ResultSet rows = statement.executeQuery()) {
                readVersions(rows, versions);
            }
        }
        buryNew(connection, changes, versions);
    }

    final String countUpSql(List<TrackedChange> changes) {
        ChangeType first = changes.get(0).type();
        boolean alike = changes.stream().allMatch(change -> change.type() == first);
        return "insert into " + tables().trackedEntities()
                + " (model_name, model_id, incarnation, version, updated_at, deleted_at) values "
                + (ROW + ",").repeat(changes.size() - 1) + ROW + " on duplicate key update "
                + (alike ? onlyChange(first) : ANY_CHANGE);
    }

    /** Returns what a change of one type does to a living row: without the conditions it is a fifth quicker. */
    private static String onlyChange(ChangeType type) {
        return switch (type) {
            case CREATE ->
                "created_at = values(created_at), version = 1, incarnation = values(incarnation), updated_at = null,"
                        + " deleted_at = null";
            case UPDATE -> "version = version + 1, updated_at = values(updated_at), deleted_at = null";
            case DELETE -> "version = version + 1, deleted_at = values(deleted_at), tombstone = incarnation";
        };
    }

    static void bind(PreparedStatement statement, List<TrackedChange> changes) throws SQLException {
        int index = 1;
        for (TrackedChange change : changes) {
            statement.setString(index++, change.entity().type());
            statement.setString(index++, change.entity().id());
            statement.setLong(index++, change.incarnation());
            statement.setString(index++, Codes.of(change.type()));
            statement.setString(index++, Codes.of(change.type()));
        }
    }

    static void readVersions(ResultSet rows, Map<EntityRef, TrackedVersion> versions) throws SQLException {
        while (rows.next()) {
            EntityRef entity = new EntityRef(rows.getString(1), rows.getString(2));
            versions.put(entity, new TrackedVersion(entity, rows.getLong(3), rows.getLong(4)));
        }
    }

    /** An entity that was deleted before it was ever tracked has been inserted as a living row: it gives up its key. */
    final void buryNew(Connection connection, List<TrackedChange> changes, Map<EntityRef, TrackedVersion> versions)
            throws SQLException {
        for (TrackedChange change : changes) {
            TrackedVersion version = versions.get(change.entity());
            if (change.type() == ChangeType.DELETE
                    && version != null
                    && version.incarnation() == change.incarnation()) {
                TrackedRows.bury(connection, tables(), change.entity());
            }
        }
    }

    /** Left alone, MariaDB walks the primary key for the first entry of an entity: measured, 1000 times as long. */
    @Override
    public String forcedIndex(String index) {
        return " force index (" + tables().indexPrefix() + index + ")";
    }

    /**
     * A claim that passes a row which is being settled keeps the lock on its index entry, and the settlement would wait until
     * the claim has ended.
     */
    @Override
    public boolean putsOffWhatIsLeased() {
        return true;
    }

    @Override
    public String readLocked() {
        return " lock in share mode";
    }

    @Override
    public String ensureLink() {
        return insertLink() + " on duplicate key update tombstone = tombstone";
    }

    @Override
    public LinkDialect forLinks() {
        return new MariaDbLinkDialect(this, 0);
    }

    @Override
    public void ensureTracked(Connection connection, List<TrackedChange> changes) throws SQLException {
        String sql = "insert into " + tables().trackedEntities()
                + " (model_name, model_id, incarnation, version) values (?,?,?,0)"
                + " on duplicate key update version = version";
        TrackedRows.insertAll(connection, sql, changes);
    }
}
