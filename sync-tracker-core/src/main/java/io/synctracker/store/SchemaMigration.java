package io.synctracker.store;

import io.synctracker.SyncTrackerException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Makes the library's tables and keeps them up to date, with a Flyway run of its own: own history table, own scripts,
 * nothing of the host's touched. Thread-safe; several processes may start at once.
 */
public final class SchemaMigration {

    /** The tables whose names follow from the logs' table. */
    private static final List<String> DERIVED_TABLES = List.of(
            "jobs",
            "runs",
            "run_attempts",
            "run_positions",
            "connections",
            "remote_records",
            "checkpoints",
            "set_asides",
            "conflicts",
            "schedules",
            "schedule_connections",
            "notices");

    private final DataSource dataSource;
    private final Dialect dialect;
    private final @Nullable String schema;

    /**
     * Prepares a migration; nothing runs yet.
     *
     * @param dataSource where the tables are
     * @param dialect the database's dialect
     * @param schema the schema that holds them, or {@code null} for the connection's own
     */
    public SchemaMigration(DataSource dataSource, Dialect dialect, @Nullable String schema) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.schema = schema;
    }

    /**
     * Makes the tables, or brings them up to date.
     *
     * @throws SyncTrackerException if the database refuses
     */
    public void migrate() {
        run(flyway -> flyway.migrate());
    }

    /**
     * Checks that the tables are there and up to date.
     *
     * @throws SyncTrackerException if they are not
     */
    public void validate() {
        run(flyway -> flyway.validate());
    }

    private void run(java.util.function.Consumer<Flyway> step) {
        try {
            step.accept(flyway());
        } catch (FlywayException e) {
            throw new SyncTrackerException(
                    "The tables of sync-tracker are not as they must be: " + e.getMessage()
                            + " Let the application create them (sync-tracker.schema.mode=migrate) with a user that may,"
                            + " or run the scripts of docs/reference/tables.md.",
                    e);
        }
    }

    private Flyway flyway() {
        FluentConfiguration configuration = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:io/synctracker/store/schema/" + dialect.vendor())
                .table(dialect.tables().indexPrefix() + "tracker_schema_history")
                .placeholders(placeholders())
                .baselineOnMigrate(true)
                .baselineVersion("0");
        if (schema != null && !schema.isBlank()) {
            configuration.schemas(asStored(schema)).createSchemas(true);
        }
        return configuration.load();
    }

    /** Returns a name as the database stores it when a statement writes it without quotes; Flyway quotes it. */
    private String asStored(String name) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData metaData = connection.getMetaData();
            if (metaData.storesUpperCaseIdentifiers()) {
                return name.toUpperCase(Locale.ROOT);
            }
            return metaData.storesLowerCaseIdentifiers() ? name.toLowerCase(Locale.ROOT) : name;
        } catch (SQLException e) {
            throw new SyncTrackerException("Cannot ask the database how it writes the schema " + name + ".", e);
        }
    }

    private Map<String, String> placeholders() {
        TableNames tables = dialect.tables();
        Map<String, String> values = new HashMap<>();
        values.put("tracked_entities", tables.trackedEntities());
        values.put("links", tables.links());
        values.put("logs", tables.logs());
        values.put("targets", tables.targets());
        DERIVED_TABLES.forEach(table -> values.put(table, tables.named(table)));
        values.put("prefix", tables.indexPrefix());
        values.put("collation", dialect.collation());
        return values;
    }
}
