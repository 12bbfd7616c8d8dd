package io.synctracker.connector;

import io.synctracker.job.JobContext;

/**
 * What one stream of one run is pulled with.
 *
 * @param bound the stream
 * @param context the run
 * @param pass the run that began this pass over the stream; a retry of it goes on with its pass
 * @param whole whether the pass meets every record that there is, and so finds which are gone
 */
record Pull(Bound bound, JobContext context, long pass, boolean whole) {

    long run() {
        return context.run().id();
    }

    /** Returns what marks records as met. */
    long mark() {
        return whole ? pass : 0;
    }
}
