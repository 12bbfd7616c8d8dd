package io.synctracker.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;

/** The alarm clock's entries. Every change joins the transaction of the thread. Thread-safe. */
final class Alarms {

    /** The tasks' names stand in the database: a renamed one would lose its entries. */
    static final TaskDescriptor<Void> RUN = TaskDescriptor.of("sync-run");

    static final TaskDescriptor<Void> TIMER = TaskDescriptor.of("sync-schedule");

    /** A timer only enqueues, so no run may hold it up. */
    private static final int TIMER_PRIORITY = 1000;

    private final SchedulerClient client;

    Alarms(SchedulerClient client) {
        this.client = client;
    }

    /** Sets the alarm of a new run. */
    void add(long run, int priority, Instant at) {
        client.scheduleIfNotExists(
                RUN.instance(Long.toString(run)).priority(priority).scheduledTo(at));
    }

    /** Moves the alarm of a run that waits. */
    void move(long run, Instant at) {
        try {
            client.reschedule(RUN.instanceId(Long.toString(run)), at);
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException | ExecutionException e) {
            // It rings at this moment, and looks at the run itself.
        }
    }

    /** Removes the alarm of a run that has ended. */
    void remove(long run) {
        remove(RUN.instanceId(Long.toString(run)));
    }

    /**
     * Sets or moves a timer.
     *
     * @return false if it rings at this moment
     */
    boolean setTimer(long id, Instant at) {
        try {
            client.schedule(
                    TIMER.instance(Long.toString(id)).priority(TIMER_PRIORITY).scheduledTo(at),
                    SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
            return true;
        } catch (TaskInstanceCurrentlyExecutingException | ExecutionException e) {
            return false;
        } catch (TaskInstanceNotFoundException e) {
            return setTimer(id, at);
        }
    }

    /** Removes a timer; one that rings at this moment asks for its next time. */
    void removeTimer(long id) {
        remove(TIMER.instanceId(Long.toString(id)));
    }

    private void remove(TaskInstanceId id) {
        try {
            client.cancel(id);
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException | ExecutionException e) {
            // It rings at this moment, and looks at the row itself; or it is gone.
        }
    }
}
