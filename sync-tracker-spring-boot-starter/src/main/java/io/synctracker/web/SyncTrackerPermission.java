package io.synctracker.web;

/** What somebody may do over the REST API. */
public enum SyncTrackerPermission {
    /** See runs, schedules, connections, entries and states; sensitive values are masked. */
    VIEW,
    /** Start, retry and cancel runs, test connections, requeue entries. */
    RUN,
    /** Make, change and remove schedules and connections, abandon entries, pause targets. */
    MANAGE,
    /** Take many rows away at once. */
    EXPORT
}
