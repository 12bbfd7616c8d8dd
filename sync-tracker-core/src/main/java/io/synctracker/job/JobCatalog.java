package io.synctracker.job;

import io.synctracker.SyncTrackerException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The jobs there are. Thread-safe; asks for them when it is first asked, for most of them need the engine themselves. */
final class JobCatalog {

    private final Supplier<List<SyncJob>> jobs;
    private final Supplier<List<SyncJobSource>> sources;
    private volatile @Nullable Map<String, SyncJob> byName;

    JobCatalog(Supplier<List<SyncJob>> jobs, Supplier<List<SyncJobSource>> sources) {
        this.jobs = jobs;
        this.sources = sources;
    }

    /**
     * Asks for the jobs, if nobody has yet.
     *
     * @throws SyncTrackerException if two have the same name
     */
    Map<String, SyncJob> load() {
        Map<String, SyncJob> known = byName;
        if (known == null) {
            known = index(jobs.get());
            byName = known;
        }
        return known;
    }

    private static Map<String, SyncJob> index(List<SyncJob> jobs) {
        Map<String, SyncJob> index = new LinkedHashMap<>();
        for (SyncJob job : jobs) {
            String name = name(job.service(), job.action());
            SyncJob other = index.put(name, job);
            if (other != null) {
                throw new SyncTrackerException("Two jobs are called '" + name + "': "
                        + other.getClass().getName() + " and " + job.getClass().getName()
                        + ". Give each an action of its own.");
            }
        }
        return index;
    }

    /**
     * Returns a job.
     *
     * @throws UnknownJobException if there is none of that name
     */
    SyncJob get(String service, String action) {
        return find(service, action).orElseThrow(() -> new UnknownJobException(service, action, load().keySet()));
    }

    private Optional<SyncJob> find(String service, String action) {
        SyncJob job = load().get(name(service, action));
        return job != null
                ? Optional.of(job)
                : sources.get().stream()
                        .flatMap(source -> source.find(service, action).stream())
                        .findFirst();
    }

    private static String name(String service, String action) {
        return service + "/" + action;
    }
}
