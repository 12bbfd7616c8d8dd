package io.synctracker.store;

import static io.synctracker.store.PostgresDialect.texts;

import io.synctracker.EntityRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts changes up and appends their entries in one statement. Thread-safe. */
final class PostgresRecording {

    /**
     * Up to so many rows are listed one by one. Arrays keep the text of the statement the same however many there are,
     * but the server unnests each of them by a function of its own: for a single row that takes longer than to write it,
     * and for a hundred rows it makes no difference.
     */
    private static final int FEW = 16;

    private static final String ARRAYS_OF_CHANGES = "unnest(?::text[], ?::text[], ?::bigint[], ?::text[])";

    private static final String ARRAYS_OF_ROWS = "unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
            + " ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality";

    private final TableNames tables;
    private final String many;
    private final Map<Size, String> few = new ConcurrentHashMap<>();

    PostgresRecording(TableNames tables) {
        this.tables = tables;
        this.many = record(ARRAYS_OF_CHANGES, ARRAYS_OF_ROWS);
    }

    private record Size(int changes, int rows) {}

    /** Returns the statement that counts up, without entries: takes arrays of types, ids, incarnations and actions. */
    String countUp() {
        return countUp(ARRAYS_OF_CHANGES);
    }

    // The action travels in updated_at and deleted_at: an upsert sees only columns of the row it would insert.
    private String countUp(String changes) {
        return """
                insert into %s as t (model_name, model_id, incarnation, version, updated_at, deleted_at)
                select c.name, c.id, c.incarnation, 1,
                       case when c.action = 'update' then statement_timestamp() end,
                       case when c.action = 'delete' then statement_timestamp() end
                  from %s as c(name, id, incarnation, action)
                on conflict (model_name, model_id, tombstone) do update set
                    incarnation = case when excluded.updated_at is null and excluded.deleted_at is null
                                       then excluded.incarnation else t.incarnation end,
                    version     = case when excluded.updated_at is null and excluded.deleted_at is null
                                       then 1 else t.version + 1 end,
                    created_at  = case when excluded.updated_at is null and excluded.deleted_at is null
                                       then excluded.created_at else t.created_at end,
                    updated_at  = coalesce(excluded.updated_at,
                                           case when excluded.deleted_at is not null then t.updated_at end),
                    deleted_at  = excluded.deleted_at,
                    tombstone   = case when excluded.deleted_at is null then 0 else t.incarnation end
                returning model_name, model_id, incarnation, version, tombstone = 0 and deleted_at is not null as unburied""".formatted(tables.trackedEntities(), changes);
    }

    private String record(String changes, String rows) {
        return """
                with counted as (%s),
                logged as (
                    insert into %s (model_name, model_id, incarnation, version, system_name, action,
                                    data, origin, trace_parent, sync_status, error_message)
                    select r.name, r.id, c.incarnation, c.version, r.system, r.action,
                           r.data, r.origin, r.trace, r.status, r.error
                      from %s as r(name, id, system, action, data, origin, trace, status, error, place)
                      left join counted c on c.model_name = r.name and c.model_id = r.id
                     order by r.place)
                select model_name, model_id from counted where unburied""".formatted(countUp(changes), tables.logs(), rows);
    }

    private String listed(Size size) {
        String rows = IntStream.range(0, size.rows())
                .mapToObj(place -> (place == 0 ? "(" + "?::text,".repeat(9) : "(" + "?,".repeat(9)) + place + ")")
                .collect(Collectors.joining(", "));
        String changes = "(?::text,?::text,?::bigint,?::text)"
                + String.join("", Collections.nCopies(size.changes() - 1, ", (?,?,?,?)"));
        return record("(values " + changes + ")", "(values " + rows + ")");
    }

    /**
     * Counts up and appends.
     *
     * @param connection the business transaction's connection
     * @param changes at most one of each entity, in a fixed order
     * @param rows entries of these entities; not empty
     * @return the entities that were deleted before they were ever tracked, and so still hold their key
     */
    List<EntityRef> record(Connection connection, List<TrackedChange> changes, List<LogRow> rows) throws SQLException {
        boolean listed = changes.size() <= FEW && rows.size() <= FEW;
        String sql = listed ? few.computeIfAbsent(new Size(changes.size(), rows.size()), this::listed) : many;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (listed) {
                bindListed(statement, changes, rows);
            } else {
                bindArrays(statement, changes, rows);
            }
            List<EntityRef> unburied = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    unburied.add(new EntityRef(found.getString(1), found.getString(2)));
                }
            }
            return unburied;
        }
    }

    private static void bindListed(PreparedStatement statement, List<TrackedChange> changes, List<LogRow> rows)
            throws SQLException {
        int index = 1;
        for (TrackedChange change : changes) {
            statement.setString(index++, change.entity().type());
            statement.setString(index++, change.entity().id());
            statement.setLong(index++, change.incarnation());
            statement.setString(index++, Codes.of(change.type()));
        }
        for (LogRow row : rows) {
            statement.setString(index++, row.entity().entity().type());
            statement.setString(index++, row.entity().entity().id());
            statement.setString(index++, row.system());
            statement.setString(index++, Codes.of(row.action()));
            statement.setString(index++, row.data());
            statement.setString(index++, row.origin());
            statement.setString(index++, row.traceParent());
            statement.setString(index++, row.status());
            statement.setString(index++, row.error());
        }
    }

    private static void bindArrays(PreparedStatement statement, List<TrackedChange> changes, List<LogRow> rows)
            throws SQLException {
        Connection connection = statement.getConnection();
        PostgresDialect.bindKeys(statement, changes);
        statement.setArray(4, texts(connection, changes, change -> Codes.of(change.type())));
        PostgresDialect.bindEntities(statement, 5, rows);
        PostgresDialect.bindContents(statement, 7, rows);
    }
}
