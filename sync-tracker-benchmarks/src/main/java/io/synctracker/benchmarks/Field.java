package io.synctracker.benchmarks;

import io.synctracker.benchmarks.process.ContestantProcess;
import io.synctracker.benchmarks.process.Kind;
import io.synctracker.benchmarks.process.Place;
import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The processes of a run: all alive, each with a database of its own, one at work at a time. */
final class Field implements AutoCloseable {

    private final Options options;
    private final Map<String, TestDatabase> databases = new HashMap<>();
    private final Map<String, ContestantProcess> processes = new HashMap<>();

    Field(Options options) {
        this.options = options;
    }

    /** One that starts quickly, to see that contestants work. */
    static Field small() {
        return new Field(Options.small());
    }

    ContestantProcess process(Kind kind, int number) {
        return processes.computeIfAbsent(kind.name() + "-" + number, key -> start(kind, key));
    }

    private ContestantProcess start(Kind kind, String key) {
        TestDatabase database = databases.computeIfAbsent(kind.name(), name -> TestDatabase.of(options.vendor()));
        Place place = new Place(
                url(database),
                database.user(),
                database.password(),
                options.directory().resolve("logs/" + key + ".log"));
        List<String> jvm = new ArrayList<>(options.jvm());
        jvm.add("-Xmx" + options.heap());
        return new ContestantProcess(kind, place, jvm);
    }

    /** What every contestant's driver is told. */
    private String url(TestDatabase database) {
        if (database.vendor() != Vendor.POSTGRESQL) {
            return database.url();
        }
        String separator = database.url().contains("?") ? "&" : "?";
        String commit = options.synchronousCommit().isEmpty()
                ? ""
                : "&options=-c%20synchronous_commit=" + options.synchronousCommit();
        return database.url() + separator + "reWriteBatchedInserts=true" + commit;
    }

    /** Turns the order with each round, so that nobody always comes after the same one. */
    static List<Kind> order(List<Kind> kinds, int round) {
        List<Kind> turned = new ArrayList<>();
        for (int place = 0; place < kinds.size(); place++) {
            turned.add(kinds.get((place + round) % kinds.size()));
        }
        return turned;
    }

    @Override
    public void close() {
        processes.values().forEach(ContestantProcess::close);
        databases.values().forEach(TestDatabase::close);
    }
}
