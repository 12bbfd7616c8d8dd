package io.synctracker.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** The alarm clock's entries. Every change joins the transaction of the thread. Thread-safe. */
final class Alarms {

    /** The tasks' names stand in the database: a renamed one would lose its entries. */
    static final TaskDescriptor<Void> RUN = TaskDescriptor.of("sync-run");

    static final TaskDescriptor<Void> TIMER = TaskDescriptor.of("sync-schedule");

    private static final SQLExceptionTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();

    /** A timer only enqueues, so no run may hold it up. */
    private static final int TIMER_PRIORITY = 1000;

    private final SchedulerClient client;

    Alarms(SchedulerClient client) {
        this.client = client;
    }

    /** Sets the alarm of a new run. As a batch, which does not look first: two serializable transactions would clash. */
    void add(long run, int priority, Instant at) {
        translated(() -> client.scheduleBatch(
                List.of(RUN.instance(Long.toString(run)).priority(priority).scheduledTo(at))));
    }

    /** The caller knows Spring's exceptions, and may try again on some of them. */
    private static void translated(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                DataAccessException known =
                        cause instanceof SQLException sql ? TRANSLATOR.translate("set an alarm", null, sql) : null;
                if (known != null) {
                    throw known;
                }
            }
            throw e;
        }
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
            translated(() -> client.schedule(
                    TIMER.instance(Long.toString(id)).priority(TIMER_PRIORITY).scheduledTo(at),
                    SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE));
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
