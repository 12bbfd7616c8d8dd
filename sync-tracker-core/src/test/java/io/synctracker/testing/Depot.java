package io.synctracker.testing;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.store.Dialect;
import io.synctracker.store.LogRow;
import io.synctracker.store.SchemaMigration;
import io.synctracker.store.ShortTransactions;
import io.synctracker.store.TableNames;
import io.synctracker.store.TrackedChange;
import io.synctracker.store.TrackedVersion;
import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.tracking.JdbcLinks;
import io.synctracker.tracking.Link;
import io.synctracker.tracking.Links;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The library's tables on a database of their own, with what a capture would write and time that can be moved. */
public final class Depot implements AutoCloseable {

    private final TestDatabase database;
    private final Dialect dialect;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Links links;

    public Depot(Vendor vendor) {
        database = TestDatabase.of(vendor);
        dialect = Dialect.of(database.dataSource(), TableNames.DEFAULT);
        new SchemaMigration(database.dataSource(), dialect, null).migrate();
        jdbc = new JdbcTemplate(database.dataSource());
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        links = new JdbcLinks(dialect);
    }

    public Vendor vendor() {
        return database.vendor();
    }

    public DataSource dataSource() {
        return database.dataSource();
    }

    public Dialect dialect() {
        return dialect;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    public Links links() {
        return links;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    /** Records a change that is read when it is delivered; returns the id of its entry. */
    public long change(String system, EntityRef entity, ChangeType action) {
        return change(system, entity, action, null);
    }

    /** Records a change with a stored state; returns the id of its entry. */
    public long change(String system, EntityRef entity, ChangeType action, @Nullable String data) {
        TrackedVersion version = Objects.requireNonNull(transactions.execute(status -> {
            TrackedVersion counted = countUp(entity, action);
            append(new LogRow(counted, system, action, data, null, null, null));
            return counted;
        }));
        return lastEntry(version);
    }

    /** Records a change in the transaction of the thread. */
    public void changeInside(String system, EntityRef entity, ChangeType action, @Nullable String data) {
        append(new LogRow(countUp(entity, action), system, action, data, null, null, null));
    }

    /** Counts a change up without an entry for it. */
    public TrackedVersion countUp(EntityRef entity, ChangeType action) {
        long incarnation = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        return connected(
                connection -> dialect.countUp(connection, List.of(new TrackedChange(entity, action, incarnation)))
                        .get(entity));
    }

    public void append(LogRow row) {
        connected(connection -> {
            dialect.append(connection, List.of(row));
            return row;
        });
    }

    private long lastEntry(TrackedVersion version) {
        return number(
                "select max(id) from sync_logs where model_name = ? and model_id = ?",
                version.entity().type(),
                version.entity().id());
    }

    /** What a test may do with a connection. */
    public interface Work<R> {
        R with(Connection connection) throws SQLException;
    }

    /** Works on the connection of the thread's transaction. */
    public <R> R connected(Work<R> work) {
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> work.with(connection)));
    }

    /** Lets time pass: everything that is due later is due sooner by that much. */
    public void passTime(Duration time) {
        long micros = time.toNanos() / 1000;
        shift("sync_logs", "next_attempt_at", micros);
        shift("sync_logs", "lease_until", micros);
        shift("sync_targets", "open_until", micros);
    }

    /** Pauses a target, as a person would on another instance. */
    public void pause(String system) {
        jdbc.update("insert into sync_targets (system_name, paused_at) values (?, " + dialect.now() + ")", system);
    }

    /** Makes everything older by that much. */
    public void age(Duration time) {
        long micros = time.toNanos() / 1000;
        shift("sync_logs", "created_at", micros);
        shift("sync_logs", "completed_at", micros);
    }

    private void shift(String table, String column, long micros) {
        String shifted = switch (database.vendor()) {
            case H2 -> "dateadd(microsecond, -" + micros + ", " + column + ")";
            case POSTGRESQL -> column + " - " + micros + " * interval '1 microsecond'";
            case MARIADB -> column + " - interval " + micros + " microsecond";
        };
        String sql = "update " + table + " set " + column + " = " + shifted + " where " + column + " is not null";
        // It locks every row, in no order, while relays may be at work: as any of their statements it may have to
        // yield.
        new ShortTransactions(dataSource()).run(() -> jdbc.update(sql));
    }

    /** Returns a column of an entry. */
    public @Nullable Object column(long id, String column) {
        return jdbc.queryForObject("select " + column + " from sync_logs where id = ?", Object.class, id);
    }

    /** Returns status and outcome of an entry, such as {@code completed accepted} or {@code pending}. */
    public String standing(long id) {
        Map<String, Object> row = jdbc.queryForMap("select sync_status, outcome from sync_logs where id = ?", id);
        return row.get("sync_status") + (row.get("outcome") == null ? "" : " " + row.get("outcome"));
    }

    public int attempts(long id) {
        return (int) number("select sync_attempts from sync_logs where id = ?", id);
    }

    public @Nullable String error(long id) {
        return (String) column(id, "error_message");
    }

    /** Returns in how many milliseconds an entry is due; negative if it is. */
    public long dueInMillis(long id) {
        return connected(connection -> {
            try (var statement = connection.prepareStatement(
                    "select next_attempt_at, " + dialect.now() + " as db_now from sync_logs where id = ?")) {
                statement.setLong(1, id);
                try (var rows = statement.executeQuery()) {
                    rows.next();
                    return Duration.between(dialect.instant(rows, "db_now"), dialect.instant(rows, "next_attempt_at"))
                            .toMillis();
                }
            }
        });
    }

    /** Returns the link of a living entity, or {@code null}. */
    public @Nullable Link link(String system, EntityRef entity) {
        return connected(connection -> links.ofLiving(connection, system, List.of(entity)))
                .get(entity);
    }

    public long number(String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, parameters));
    }

    public long count(String where) {
        return number("select count(*) from sync_logs where " + where);
    }

    public void clear() {
        for (String table : List.of("sync_logs", "sync_links", "sync_tracked_entities", "sync_targets")) {
            jdbc.update("delete from " + table);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
