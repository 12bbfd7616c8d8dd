package io.synctracker.benchmarks.report;

import java.util.List;
import java.util.Map;

/** How contestants are called where people read, and in which order they stand. */
final class Names {

    static final List<String> ALL = List.of(
            "plain",
            "ideal",
            "ideal-deleting",
            "sync-tracker",
            "sync-tracker-snapshot",
            "plain-envers",
            "envers",
            "modulith-jpa",
            "modulith-jdbc",
            "modulith-jdbc-deleting",
            "gruelbox",
            "namastack",
            "db-scheduler");

    private static final Map<String, String> SHOWN = Map.ofEntries(
            Map.entry("plain", "plain JPA"),
            Map.entry("ideal", "hand-written limit"),
            Map.entry("ideal-deleting", "hand-written limit, deleting"),
            Map.entry("sync-tracker", "sync-tracker"),
            Map.entry("sync-tracker-snapshot", "sync-tracker, snapshots"),
            Map.entry("plain-envers", "plain JPA, Hibernate of Envers"),
            Map.entry("envers", "Hibernate Envers"),
            Map.entry("modulith-jpa", "Spring Modulith, JPA"),
            Map.entry("modulith-jdbc", "Spring Modulith, JDBC"),
            Map.entry("modulith-jdbc-deleting", "Spring Modulith, JDBC, deleting"),
            Map.entry("gruelbox", "gruelbox transaction-outbox"),
            Map.entry("namastack", "namastack-outbox"),
            Map.entry("db-scheduler", "db-scheduler, one-time tasks"));

    private Names() {}

    static String shown(String name) {
        return SHOWN.getOrDefault(name, name);
    }

    static boolean isOurs(String name) {
        return name.startsWith("sync-tracker");
    }

    static boolean isLimit(String name) {
        return name.startsWith("ideal") || name.startsWith("plain");
    }

    /** Those that are outboxes, as we are. */
    static boolean isOutbox(String name) {
        return !isOurs(name) && !isLimit(name) && !name.equals("db-scheduler") && !name.equals("envers");
    }
}
