package io.synctracker.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the alarm clock does when an alarm rings: for a run it makes a try, for a timer it asks the owner. */
final class AlarmTasks {

    private static final Logger LOGGER = LoggerFactory.getLogger(AlarmTasks.class);

    /** When an alarm rings again that could not be answered, for the database was down, for example. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final Workshop workshop;
    private final RunWorker runs;
    private final TimerRing timers;

    AlarmTasks(Workshop workshop, RunWorker runs, TimerRing timers) {
        this.workshop = workshop;
        this.runs = runs;
        this.timers = timers;
    }

    List<Task<?>> all() {
        return List.of(
                task(Alarms.RUN, id -> {
                    Next next = runs.work(id);
                    return handler((complete, operations) -> {
                        apply(next, complete, operations);
                        // Whom it waits for may have ended since, and have found nobody to wake.
                        if (next.blocked() && runs.isFree(id)) {
                            workshop.wake(id);
                        }
                    });
                }),
                task(Alarms.TIMER, id -> {
                    boolean answered = timers.ring(id);
                    return handler((complete, operations) -> {
                        Next next = timers.next(id, answered);
                        apply(next, complete, operations);
                        if (answered) {
                            timers.correct(id, next);
                        }
                    });
                }));
    }

    /** Answers a ring. */
    private interface Answer {
        CompletionHandler<Void> to(long id);
    }

    private Task<Void> task(TaskDescriptor<Void> descriptor, Answer answer) {
        return Tasks.custom(descriptor)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, workshop.now().plus(AFTER_FAILURE)))
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, workshop.now()))
                .execute((instance, context) -> answer.to(Long.parseLong(instance.getId())));
    }

    private static void apply(Next next, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        if (next.at() != null) {
            operations.reschedule(complete, next.at());
        } else if (!next.keep()) {
            operations.remove();
        }
    }

    /** If the alarm cannot be written it stays picked, without a heartbeat, and rings again on whichever process. */
    private static CompletionHandler<Void> handler(CompletionHandler<Void> writing) {
        return (complete, operations) -> {
            try {
                writing.complete(complete, operations);
            } catch (RuntimeException e) {
                LOGGER.info(
                        "The alarm of {} is another process's by now, or cannot be written; it rings again: {}",
                        complete.getExecution().taskInstance,
                        e.toString());
            }
        };
    }
}
