package io.synctracker.job;

/** What started a run. */
public enum JobTrigger {
    /** The application's own code. */
    APPLICATION,
    /** A schedule whose time had come. */
    SCHEDULE,
    /** A person, over the REST API or the dashboard. */
    PERSON,
    /** A person who retried another run. */
    RETRY,
    /** The command line. */
    COMMAND
}
