package io.synctracker.store;

import io.synctracker.SyncTrackerException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of the library's tables, with the schema in front where one is configured. Every name is a plain SQL
 * identifier, so that it can stand in a statement as it is.
 *
 * @param trackedEntities one row per entity
 * @param links one row per entity and external system
 * @param logs one row per change and target
 * @param targets one row per target that is paused or failing
 */
public record TableNames(String trackedEntities, String links, String logs, String targets) {

    private static final Pattern IDENTIFIER =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,39}\\.)?[A-Za-z_][A-Za-z0-9_]{0,39}");

    /** The names that the documentation uses. */
    public static final TableNames DEFAULT =
            new TableNames("sync_tracked_entities", "sync_links", "sync_logs", "sync_targets");

    /**
     * Checks every name.
     *
     * @throws SyncTrackerException if a name is not a plain identifier of at most 40 characters
     */
    public TableNames {
        check(trackedEntities);
        check(links);
        check(logs);
        check(targets);
    }

    /**
     * Puts all tables into a schema.
     *
     * @param schema the schema's name, or {@code null} for the connection's own
     * @return the names with the schema in front
     */
    public TableNames in(@Nullable String schema) {
        if (schema == null || schema.isBlank()) {
            return this;
        }
        String front = schema + ".";
        return new TableNames(front + trackedEntities, front + links, front + logs, front + targets);
    }

    /**
     * Returns the name of another of the library's tables, which begins as the logs' table does.
     *
     * @param name what it is called with the default names, without {@code sync_}, such as {@code runs}
     * @return the name, with the schema in front where one is configured
     */
    public String named(String name) {
        return logs.substring(0, logs.indexOf('.') + 1) + indexPrefix() + name;
    }

    /** Returns what stands in front of the names of indexes: the name of the logs' table without its ending. */
    String indexPrefix() {
        String plain = logs.substring(logs.indexOf('.') + 1);
        return plain.endsWith("logs") ? plain.substring(0, plain.length() - "logs".length()) : plain + "_";
    }

    private static void check(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new SyncTrackerException("The table name '" + name
                    + "' is not a plain SQL identifier. Use letters, digits and underscores, at most 40 of them.");
        }
    }
}
