package io.synctracker.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A job that does what a test says, and remembers on which runs. */
final class RecordingJob implements SyncJob {

    /** What it is to do. */
    interface Work {
        JobOutcome on(JobContext job) throws Exception;
    }

    private final String action;
    private final List<Long> runs = Collections.synchronizedList(new ArrayList<>());
    private volatile Work work = job -> JobOutcome.succeeded();
    private volatile JobPolicy policy = JobPolicy.DEFAULT;

    RecordingJob(String action) {
        this.action = action;
    }

    void does(Work next) {
        work = next;
    }

    void isTried(JobPolicy next) {
        policy = next;
    }

    void forget() {
        runs.clear();
        work = job -> JobOutcome.succeeded();
        policy = JobPolicy.DEFAULT;
    }

    /** Returns the runs it was called for, in that order. */
    List<Long> runs() {
        return List.copyOf(runs);
    }

    @Override
    public String service() {
        return "whm";
    }

    @Override
    public String action() {
        return action;
    }

    @Override
    public JobPolicy policy() {
        return policy;
    }

    @Override
    public JobOutcome run(JobContext job) throws Exception {
        runs.add(job.run().id());
        return work.on(job);
    }
}
