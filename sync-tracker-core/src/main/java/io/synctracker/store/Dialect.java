package io.synctracker.store;

import io.synctracker.EntityRef;
import io.synctracker.SyncTrackerException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What differs between databases. Immutable and thread-safe; every method that takes a connection joins its
 * transaction and neither commits nor closes it.
 */
public abstract class Dialect {

    private final TableNames tables;

    Dialect(TableNames tables) {
        this.tables = tables;
    }

    /**
     * Finds the dialect of a database.
     *
     * @param dataSource where the tables are
     * @param tables their names
     * @return the dialect
     * @throws SyncTrackerException if the database is not supported or does not answer
     */
    public static Dialect of(DataSource dataSource, TableNames tables) {
        try (Connection connection = dataSource.getConnection()) {
            return of(connection, tables);
        } catch (SQLException e) {
            throw new SyncTrackerException(
                    "Cannot ask the database for its name. Check that it is up and that the data source is right.", e);
        }
    }

    /**
     * Finds the dialect of a connection's database.
     *
     * @param connection an open connection
     * @param tables the names of the tables
     * @return the dialect
     * @throws SQLException if the connection fails
     * @throws SyncTrackerException if the database is not supported
     */
    public static Dialect of(Connection connection, TableNames tables) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String product = metaData.getDatabaseProductName();
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> new PostgresDialect(tables);
            case "mariadb" -> new MariaDbDialect(tables);
            case "mysql" ->
                metaData.getDatabaseProductVersion().contains("MariaDB")
                        ? new MariaDbDialect(tables)
                        : new MySqlDialect(tables);
            case "h2" -> new H2Dialect(tables);
            default ->
                throw new SyncTrackerException(
                        "The database '" + product
                                + "' is not supported. Use PostgreSQL, MariaDB, MySQL or H2, or name another data source for sync-tracker.");
        };
    }

    /** Returns the names of the tables. */
    public final TableNames tables() {
        return tables;
    }

    /** Returns the folder of this database's scripts. */
    abstract String vendor();

    /** Returns what the scripts' {@code ${collation}} stands for: one that tells every two texts apart. */
    String collation() {
        return "";
    }

    /** Returns the SQL of the database's clock, to the microsecond; equal all through a statement. */
    public abstract String now();

    /** Returns the SQL of the database's clock plus a parameter, a number of microseconds that may be negative. */
    public abstract String nowPlusMicros();

    /** Returns whether a commit can wake another process through the database. */
    public boolean canNotify() {
        return false;
    }

    /** Returns whether a lease also puts its entry off until it ends, so that claims do not walk past what is in hand. */
    public boolean putsOffWhatIsLeased() {
        return false;
    }

    /** Returns whether a query that locks and limits locks every row that matches, and not only those that it returns. */
    public boolean locksBeyondLimit() {
        return false;
    }

    /**
     * Turns a time into a parameter.
     *
     * @param time the time
     * @return what the driver takes
     */
    public Object parameter(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /**
     * Reads a time.
     *
     * @param rows a result set on a row
     * @param column the column's name
     * @return the time, or {@code null} if the column holds none
     * @throws SQLException if the column cannot be read
     */
    public @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /**
     * Counts changes: creates the entity's row or counts up its version, and turns a deleted one into a tombstone.
     * Locks the rows in the order of the list and locks no gap between them, so that it cannot deadlock with itself.
     *
     * @param connection the business transaction's connection
     * @param changes at most one of each entity, in a fixed order
     * @return life and version of each entity after the change
     * @throws SQLException if the database refuses
     */
    public abstract Map<EntityRef, TrackedVersion> countUp(Connection connection, List<TrackedChange> changes)
            throws SQLException;

    /**
     * Counts changes up as {@link #countUp} does, and appends entries of them as {@link #append} does; in one statement where
     * the database can.
     *
     * @param connection the business transaction's connection
     * @param changes at most one of each entity, in a fixed order
     * @param rows entries of these entities, in any life and at any version
     * @throws SQLException if the database refuses
     */
    public void record(Connection connection, List<TrackedChange> changes, List<LogRow> rows) throws SQLException {
        Map<EntityRef, TrackedVersion> versions = countUp(connection, changes);
        if (!rows.isEmpty()) {
            append(
                    connection,
                    rows.stream()
                            .map(row -> row.at(counted(versions, row.entity().entity())))
                            .toList());
        }
    }

    private static TrackedVersion counted(Map<EntityRef, TrackedVersion> versions, EntityRef entity) {
        TrackedVersion version = versions.get(entity);
        if (version == null) {
            throw new SyncTrackerException("No version of " + entity + " came back from the database.");
        }
        return version;
    }

    /**
     * Makes sure that entities have a row, at version 0 if they had none.
     *
     * @param connection the connection
     * @param changes the entities, at most once each
     * @throws SQLException if the database refuses
     */
    public abstract void ensureTracked(Connection connection, List<TrackedChange> changes) throws SQLException;

    /**
     * Returns what stands behind the logs' table so that an index is used, for databases that guess badly which.
     *
     * @param index the index's name without its prefix, such as {@code logs_key}
     */
    public String forcedIndex(String index) {
        return "";
    }

    /** Returns the end of a select that reads rows as they are now, and lets others read them so too. */
    public String readLocked() {
        return " for share";
    }

    /**
     * Returns the SQL that makes a bare link where there is none, and locks the one that is there without a wait for a
     * stronger lock later. Takes type, id, incarnation, system and tombstone.
     */
    public abstract String ensureLink();

    final String insertLink() {
        return "insert into " + tables.links()
                + " (model_name, model_id, incarnation, system_name, tombstone, sync_status) values (?,?,?,?,?,'pending')";
    }

    /**
     * Returns the end of a query's list of columns and its {@code from}, with entries as {@code l}: {@code head_id} is the
     * first entry that waits for the same entity and system, and {@code last_id} is another one if there is another one.
     */
    public String lineOfEntry() {
        String line = "(select f.id from " + tables.logs() + " f" + forcedIndex("logs_key")
                + " where f.model_name = l.model_name and f.model_id = l.model_id"
                + " and f.system_name = l.system_name and f.sync_status = 'pending' order by f.id ";
        return line + "limit 1) as head_id, " + line + "desc limit 1) as last_id from " + tables.logs() + " l";
    }

    /** Returns how links are read and written. */
    public LinkDialect forLinks() {
        return new LinkDialect(this);
    }

    /** Returns whether an update can return what it has changed. */
    public boolean returnsUpdates() {
        return false;
    }

    /**
     * Returns the query of the first waiting entry of each of some entities, with the parameters {@code :type},
     * {@code :entities} and {@code :system}.
     */
    public String firstWaiting() {
        return "select min(id) from " + tables.logs() + forcedIndex("logs_key")
                + " where model_name = :type and model_id in (:entities) and system_name = :system"
                + " and sync_status = 'pending' group by model_id";
    }

    /**
     * Returns the condition that a value is among those of a parameter.
     *
     * @param parameter the parameter's name, whose value comes from {@link #many(Collection)}
     */
    public String among(String parameter) {
        return "in (:" + parameter + ")";
    }

    /**
     * Turns numbers or texts into a parameter for many of them, such as {@code :entities} of {@link #firstWaiting()}.
     *
     * @param values all of one class
     */
    public Object many(Collection<? extends @Nullable Object> values) {
        return values;
    }

    /**
     * Appends rows to the log, in their order.
     *
     * @param connection the business transaction's connection
     * @param rows what to append
     * @throws SQLException if the database refuses
     */
    public void append(Connection connection, List<LogRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insertLogs() + "(?,?,?,?,?,?,?,?,?,?,?)")) {
            for (LogRow row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    final String insertLogs() {
        return "insert into " + tables.logs() + " (model_name, model_id, incarnation, version, system_name, action,"
                + " data, origin, trace_parent, sync_status, error_message) values ";
    }

    private static void bind(PreparedStatement statement, LogRow row) throws SQLException {
        EntityRef entity = row.entity().entity();
        statement.setString(1, entity.type());
        statement.setString(2, entity.id());
        statement.setLong(3, row.entity().incarnation());
        statement.setLong(4, row.entity().version());
        statement.setString(5, row.system());
        statement.setString(6, Codes.of(row.action()));
        statement.setString(7, row.data());
        statement.setString(8, row.origin());
        statement.setString(9, row.traceParent());
        statement.setString(10, row.status());
        statement.setString(11, row.error());
    }
}
