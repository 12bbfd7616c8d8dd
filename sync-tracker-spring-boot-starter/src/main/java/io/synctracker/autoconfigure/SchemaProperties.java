package io.synctracker.autoconfigure;

import io.synctracker.store.TableNames;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tables.
 *
 * @param mode What happens to the tables at start.
 * @param name Schema that holds the tables; by default the one of the connection.
 * @param linksTable Name of the table that holds one row per entity and external system.
 * @param logsTable Name of the table that holds one row per change and target.
 * @param targetsTable Name of the table that holds paused and failing targets.
 */
record SchemaProperties(
        @DefaultValue("migrate") Mode mode,
        @Nullable String name,
        @DefaultValue("sync_links") String linksTable,
        @DefaultValue("sync_logs") String logsTable,
        @DefaultValue("sync_targets") String targetsTable) {

    /** What happens to the tables at start. */
    enum Mode {
        /** They are made, or brought up to date. */
        MIGRATE,
        /** They must be there and up to date. */
        VALIDATE,
        /** They must be there; whoever made them keeps them up to date. */
        NONE
    }

    TableNames tables(String trackedEntities) {
        return new TableNames(trackedEntities, linksTable, logsTable, targetsTable).in(name);
    }
}
