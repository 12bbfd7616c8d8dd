package io.synctracker.notification;

import io.synctracker.job.JobRun;

/**
 * What a person is told. Immutable; holds no secret, for the run's are masked.
 *
 * @param run the run that has failed
 * @param untold how many runs of the same service and action have failed since the last notification, in the quiet time
 */
public record Notification(JobRun run, long untold) {

    private static final int ERROR_LENGTH = 500;

    /** Returns a line for a subject. */
    public String subject() {
        return "[sync-tracker] " + run.service() + " " + run.action() + " failed (run " + run.id() + ")";
    }

    /** Returns what has happened, in a few lines. */
    public String text() {
        String error = run.error() == null ? "no reason was given" : run.error();
        String shown = error.length() > ERROR_LENGTH ? error.substring(0, ERROR_LENGTH) + "…" : error;
        return "Run " + run.id() + " of " + run.service() + "/" + run.action() + target() + " has failed after "
                + run.attempts() + (run.attempts() == 1 ? " attempt" : " attempts") + ".\n\n" + shown + "\n"
                + (untold == 0 ? "" : "\n" + untold + " more have failed since the last message.\n");
    }

    private String target() {
        return run.targetId() == null ? "" : " on " + run.targetType() + " " + run.targetId();
    }
}
