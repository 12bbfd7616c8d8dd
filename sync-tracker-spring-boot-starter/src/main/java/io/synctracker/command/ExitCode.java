package io.synctracker.command;

import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import java.util.Collection;

/** How the process ends. */
enum ExitCode {
    /** Everything was done. */
    DONE(0),
    /** A run has failed, met a conflict, was cancelled or skipped. */
    NOT_DONE(1),
    /** There was nothing of that name, or it could not be run. */
    REFUSED(2);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ExitCode of(Collection<JobRun> runs) {
        return runs.stream().allMatch(run -> run.status() == JobStatus.SUCCESS) ? DONE : NOT_DONE;
    }
}
