package io.synctracker.benchmarks;

import io.synctracker.benchmarks.contestant.HandWritten;
import io.synctracker.benchmarks.contestant.PlainJpa;
import io.synctracker.benchmarks.contestant.SyncTrackerStarter;
import io.synctracker.benchmarks.process.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is measured, under which names. */
final class Contestants {

    static final String PLAIN = "plain";

    private static final Set<String> OURS = Set.of("sync-tracker-core", "sync-tracker-spring-boot-starter");

    static final List<Kind> CAPTURE = List.of(
            kind(PLAIN, PlainJpa.class, Set.of(), Map.of()),
            kind("sync-tracker", SyncTrackerStarter.class, OURS, Map.of(SyncTrackerStarter.PAYLOAD, "latest")),
            kind("sync-tracker-snapshot", SyncTrackerStarter.class, OURS, Map.of()),
            kind("ideal", HandWritten.class, Set.of(), Map.of()));

    static final List<Kind> DRAIN = List.of(
            kind("sync-tracker", SyncTrackerStarter.class, OURS, Map.of(SyncTrackerStarter.PAYLOAD, "latest")),
            kind("sync-tracker-snapshot", SyncTrackerStarter.class, OURS, Map.of()),
            kind("ideal", HandWritten.class, Set.of(), Map.of()),
            kind("ideal-deleting", HandWritten.class, Set.of(), Map.of(HandWritten.DELETES, "true")));

    private Contestants() {}

    private static Kind kind(String name, Class<?> contestant, Set<String> libraries, Map<String, String> options) {
        return new Kind(name, contestant.getName(), libraries, options);
    }

    /** Returns those that are asked for; a name also asks for its variants. */
    static List<Kind> chosen(List<Kind> all, List<String> names) {
        return all.stream()
                .filter(kind -> names.isEmpty()
                        || names.stream()
                                .anyMatch(name ->
                                        kind.name().equals(name) || kind.name().startsWith(name + "-")))
                .toList();
    }
}
