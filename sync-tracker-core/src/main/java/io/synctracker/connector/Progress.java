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
    }

    /**
     * Begins the next stream.
     *
     * @param met how many of its records an earlier try has met
     */
    void stream(long met) {
        before = Math.max(0, done - met);
    }

    /**
     * Tells of a page; may be told again if the page is applied again.
     *
     * @param met how many records of the stream were met until now
     * @param total how many the stream has in all; {@code null} if that is not known
     */
    void tell(long met, @Nullable Long total) {
        done = before + met;
        context.progress(done, total == null ? null : Math.max(done, before + total));
    }
}
