package io.synctracker.autoconfigure;

import io.synctracker.store.SchemaMigration;
import io.synctracker.store.TableNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.InitializingBean;

/**
 * Makes or checks the library's tables, after everything of the host's that makes tables. A type of its own, so that no
 * bean of the host's backs off from it.
 */
final class SyncTrackerSchemaInitializer implements InitializingBean {

    private final SyncTrackerDatabase database;
    private final SchemaProperties schema;

    SyncTrackerSchemaInitializer(SyncTrackerDatabase database, SchemaProperties schema) {
        this.database = database;
        this.schema = schema;
    }

    @Override
    public void afterPropertiesSet() {
        SchemaMigration migration = new SchemaMigration(database.dataSource(), database.dialect(), schema.name());
        switch (schema.mode()) {
            case MIGRATE -> migration.migrate();
            case VALIDATE -> migration.validate();
            case NONE -> {
                // Whoever made the tables is trusted to have made them right.
            }
        }
        checkThatTablesAreThere();
    }

    /** Also after a migration: its history does not tell under which names it made the tables. */
    private void checkThatTablesAreThere() {
        TableNames tables = database.dialect().tables();
        List<String> missing =
                List.of(tables.trackedEntities(), tables.links(), tables.logs(), tables.targets()).stream()
                        .filter(table -> !exists(table))
                        .toList();
        if (!missing.isEmpty()) {
            throw new InvalidSettingsException(
                    "The tables " + String.join(", ", missing) + " are missing or cannot be read, and"
                            + " sync-tracker.schema.mode is "
                            + schema.mode().name().toLowerCase(Locale.ROOT) + ".",
                    whatToDo());
        }
    }

    private String whatToDo() {
        return schema.mode() == SchemaProperties.Mode.NONE
                ? "Let the application make them (sync-tracker.schema.mode=migrate), or run the scripts of"
                        + " docs/reference/tables.md."
                : "They were made under other names before: rename them, or set sync-tracker.table-name and the names"
                        + " under sync-tracker.schema as they were then.";
    }

    private boolean exists(String table) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select 1 from " + table + " where 1 = 0").close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
