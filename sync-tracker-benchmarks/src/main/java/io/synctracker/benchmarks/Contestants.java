package io.synctracker.benchmarks;

import io.synctracker.benchmarks.contestant.DbScheduler;
import io.synctracker.benchmarks.contestant.Envers;
import io.synctracker.benchmarks.contestant.HandWritten;
import io.synctracker.benchmarks.contestant.Modulith;
import io.synctracker.benchmarks.contestant.Namastack;
import io.synctracker.benchmarks.contestant.PlainJpa;
import io.synctracker.benchmarks.contestant.SyncTrackerStarter;
import io.synctracker.benchmarks.contestant.TransactionOutboxContestant;
import io.synctracker.benchmarks.process.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is measured, under which names. */
final class Contestants {

    static final String PLAIN = "plain";

    private static final Set<String> OUR_LIBRARIES =
            Set.of("sync-tracker-core", "sync-tracker-spring-boot-starter", "db-scheduler");

    private static final Kind LATEST =
            kind("sync-tracker", SyncTrackerStarter.class, OUR_LIBRARIES, Map.of(SyncTrackerStarter.PAYLOAD, "latest"));
    private static final Kind SNAPSHOT = kind(
            "sync-tracker-snapshot",
            SyncTrackerStarter.class,
            OUR_LIBRARIES,
            Map.of(SyncTrackerStarter.PAYLOAD, "snapshot"));
    private static final Kind IDEAL = kind("ideal", HandWritten.class, Set.of(), Map.of());
    private static final Kind MODULITH_JDBC = kind("modulith-jdbc", Modulith.class, modulith("jdbc"), Map.of());
    private static final Kind MODULITH_JPA = kind("modulith-jpa", Modulith.class, modulith("jpa"), Map.of());
    private static final Kind GRUELBOX = kind(
            "gruelbox",
            TransactionOutboxContestant.class,
            Set.of("transactionoutbox", "hibernate-validator", "javax.el", "jakarta.el"),
            Map.of());
    private static final Kind NAMASTACK = kind("namastack", Namastack.class, Set.of("namastack"), Map.of());

    private static final Kind DB_SCHEDULER = kind("db-scheduler", DbScheduler.class, Set.of("db-scheduler"), Map.of());

    static final List<Kind> CAPTURE = List.of(
            kind(PLAIN, PlainJpa.class, Set.of(), Map.of()),
            LATEST,
            SNAPSHOT,
            IDEAL,
            kind("plain-envers", PlainJpa.class, Set.of("another-hibernate-core"), Map.of()),
            kind("envers", Envers.class, Set.of("another-hibernate-core", "hibernate-envers"), Map.of()),
            MODULITH_JDBC,
            MODULITH_JPA,
            GRUELBOX,
            NAMASTACK);

    static final List<Kind> DRAIN = List.of(
            LATEST,
            SNAPSHOT,
            IDEAL,
            kind("ideal-deleting", HandWritten.class, Set.of(), Map.of(HandWritten.DELETES, "true")),
            MODULITH_JDBC,
            kind("modulith-jdbc-deleting", Modulith.class, modulith("jdbc"), Map.of(Modulith.COMPLETION, "delete")),
            MODULITH_JPA,
            GRUELBOX,
            NAMASTACK,
            DB_SCHEDULER);

    static final List<Kind> OURS = List.of(LATEST, SNAPSHOT);

    static final List<Kind> LATENCY =
            List.of(LATEST, SNAPSHOT, MODULITH_JDBC, MODULITH_JPA, GRUELBOX, NAMASTACK, DB_SCHEDULER);

    /**
     * Those of which no process delivers for another one that only records: they deliver what they have recorded
     * themselves, or divide the work among all processes.
     */
    static final Set<String> DELIVER_THEIR_OWN =
            Set.of(MODULITH_JDBC.name(), MODULITH_JPA.name(), GRUELBOX.name(), NAMASTACK.name());

    private Contestants() {}

    private static Set<String> modulith(String store) {
        return Set.of("spring-modulith", "spring-modulith-starter-" + store, "spring-modulith-events-" + store);
    }

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
