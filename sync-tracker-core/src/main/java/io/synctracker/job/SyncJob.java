package io.synctracker.job;

/**
 * Work against an external system that runs in the background: declare one as a bean. It is called by several threads
 * at once, for different keys, and may be called again for the same run, after a crash for example, so it must be
 * repeatable.
 */
public interface SyncJob {

    /** Returns the external system it works against, such as {@code whm}. At most 64 characters. */
    String service();

    /** Returns what it does, such as {@code quota_email}; unique within the service. At most 64 characters. */
    String action();

    /** Returns how often and how long it is tried. */
    default JobPolicy policy() {
        return JobPolicy.DEFAULT;
    }

    /**
     * Does the work, outside of any transaction. Work in pages calls {@link JobContext#proceed()} between them.
     *
     * @param job the run
     * @return how it ended
     * @throws JobStoppedException as it came from the context, which every job lets through
     * @throws Exception as {@link JobOutcome#deferred(String)} with its message
     */
    JobOutcome run(JobContext job) throws Exception;
}
