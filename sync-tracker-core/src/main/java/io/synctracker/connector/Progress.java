package io.synctracker.connector;

import io.synctracker.job.JobContext;
import org.jspecify.annotations.Nullable;

/** How far a run is, over all its streams. Not thread-safe. */
final class Progress {

    private final JobContext context;
    private long done;
    private long before;

    Progress(JobContext context) {
        this.context = context;
        done = context.run().done();
        before = done;
    }

    /** Begins the next stream. */
    void stream() {
        before = done;
    }

    /**
     * Tells of a page.
     *
     * @param records how many records it had
     * @param total how many the stream has in all; {@code null} if that is not known
     */
    void add(int records, @Nullable Long total) {
        done += records;
        context.progress(done, total == null ? null : Math.max(done, before + total));
    }
}
