package io.synctracker.store;

import io.synctracker.EntityRef;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: one statement however many rows, with arrays for all of them; {@link PostgresRecording} lists a few. */
final class PostgresDialect extends Dialect {

    private final PostgresRecording recording;
    private final String countUp;
    private final String buryNew;
    private final String ensure;
    private final String append;

    PostgresDialect(TableNames tables) {
        super(tables);
        String tracked = tables.trackedEntities();
        recording = new PostgresRecording(tables);
        countUp = recording.countUp();
        buryNew = ("update %s set tombstone = incarnation"
                        + " where model_name = ? and model_id = ? and tombstone = 0 and deleted_at is not null")
                .formatted(tracked);
        ensure = """
                insert into %s (model_name, model_id, incarnation, version)
                select c.name, c.id, c.incarnation, 0
                  from unnest(?::text[], ?::text[], ?::bigint[]) as c(name, id, incarnation)
                on conflict do nothing""".formatted(tracked);
        append = """
                insert into %s (model_name, model_id, incarnation, version, system_name, action,
                                data, origin, trace_parent, sync_status, error_message)
                select * from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                                     ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])""".formatted(tables.logs());
    }

    @Override
    String vendor() {
        return "postgresql";
    }

    @Override
    public String now() {
        return "statement_timestamp()";
    }

    @Override
    public String nowPlusMicros() {
        return "(statement_timestamp() + ? * interval '1 microsecond')";
    }

    @Override
    public boolean canNotify() {
        return true;
    }

    @Override
    public Map<EntityRef, TrackedVersion> countUp(Connection connection, List<TrackedChange> changes)
            throws SQLException {
        Map<EntityRef, TrackedVersion> versions = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(countUp)) {
            bindKeys(statement, changes);
            statement.setArray(4, texts(connection, changes, change -> Codes.of(change.type())));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    EntityRef entity = new EntityRef(rows.getString(1), rows.getString(2));
                    versions.put(entity, new TrackedVersion(entity, rows.getLong(3), rows.getLong(4)));
                    if (rows.getBoolean(5)) {
                        bury(connection, entity);
                    }
                }
            }
        }
        return versions;
    }

    @Override
    public void record(Connection connection, List<TrackedChange> changes, List<LogRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            countUp(connection, changes);
            return;
        }
        for (EntityRef unburied : recording.record(connection, changes, rows)) {
            bury(connection, unburied);
        }
    }

    static void bindEntities(PreparedStatement statement, int first, List<LogRow> rows) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                first, texts(connection, rows, row -> row.entity().entity().type()));
        statement.setArray(
                first + 1, texts(connection, rows, row -> row.entity().entity().id()));
    }

    static void bindContents(PreparedStatement statement, int first, List<LogRow> rows) throws SQLException {
        Connection connection = statement.getConnection();
        int index = first;
        statement.setArray(index++, texts(connection, rows, LogRow::system));
        statement.setArray(index++, texts(connection, rows, row -> Codes.of(row.action())));
        statement.setArray(index++, texts(connection, rows, LogRow::data));
        statement.setArray(index++, texts(connection, rows, LogRow::origin));
        statement.setArray(index++, texts(connection, rows, LogRow::traceParent));
        statement.setArray(index++, texts(connection, rows, LogRow::status));
        statement.setArray(index, texts(connection, rows, LogRow::error));
    }

    /** An entity that was deleted before it was ever tracked has been inserted as a living row: it gives up its key. */
    private void bury(Connection connection, EntityRef entity) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(buryNew)) {
            statement.setString(1, entity.type());
            statement.setString(2, entity.id());
            statement.executeUpdate();
        }
    }

    @Override
    public String ensureLink() {
        return insertLink() + " on conflict (model_name, model_id, incarnation, system_name) do nothing";
    }

    @Override
    public void ensureTracked(Connection connection, List<TrackedChange> changes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ensure)) {
            bindKeys(statement, changes);
            statement.executeUpdate();
        }
    }

    @Override
    public void append(Connection connection, List<LogRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(append)) {
            bindEntities(statement, 1, rows);
            statement.setArray(3, longs(connection, rows, row -> row.entity().incarnation()));
            statement.setArray(4, longs(connection, rows, row -> row.entity().version()));
            bindContents(statement, 5, rows);
            statement.executeUpdate();
        }
    }

    @Override
    public LinkDialect forLinks() {
        return new PostgresLinkDialect(this);
    }

    @Override
    public String firstWaiting() {
        return "select l.id from unnest(:entities) as wanted(id) cross join lateral (select e.id from "
                + tables().logs() + " e where e.model_name = :type and e.model_id = wanted.id"
                + " and e.system_name = :system and e.sync_status = 'pending' order by e.id limit 1) l";
    }

    // An array is one parameter: a list of a thousand takes the server longer to read than to answer.

    @Override
    public String among(String parameter) {
        return "= any(:" + parameter + ")";
    }

    @Override
    public Object many(Collection<? extends @Nullable Object> values) {
        boolean numbers = values.stream().allMatch(Long.class::isInstance);
        return numbers ? values.toArray(Long[]::new) : values.toArray(String[]::new);
    }

    /** Looks once, at no more than two entries of the line. */
    @Override
    public String lineOfEntry() {
        return "line.head_id, line.last_id from " + tables().logs() + " l cross join lateral"
                + " (select min(f.id) as head_id, max(f.id) as last_id from (select e.id from " + tables().logs()
                + " e where e.model_name = l.model_name and e.model_id = l.model_id"
                + " and e.system_name = l.system_name and e.sync_status = 'pending' order by e.id limit 2) f) line";
    }

    @Override
    public boolean returnsUpdates() {
        return true;
    }

    static void bindKeys(PreparedStatement statement, List<TrackedChange> changes) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                1, texts(connection, changes, change -> change.entity().type()));
        statement.setArray(
                2, texts(connection, changes, change -> change.entity().id()));
        statement.setArray(3, longs(connection, changes, TrackedChange::incarnation));
    }

    static <T> Array texts(Connection connection, List<T> rows, Function<T, @Nullable String> column)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(column).toArray());
    }

    static <T> Array longs(Connection connection, List<T> rows, Function<T, @Nullable Long> column)
            throws SQLException {
        return connection.createArrayOf("bigint", rows.stream().map(column).toArray());
    }
}
