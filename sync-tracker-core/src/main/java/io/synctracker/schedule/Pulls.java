package io.synctracker.schedule;

import io.synctracker.SyncTrackerException;
import io.synctracker.connector.Connection;
import io.synctracker.connector.Connections;
import io.synctracker.connector.PullRequest;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobTrigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enqueues a pull of each of a schedule's connections, in the transaction of the thread. */
final class Pulls {

    private static final Logger LOGGER = LoggerFactory.getLogger(Pulls.class);

    private final Connections connections;

    Pulls(Connections connections) {
        this.connections = connections;
    }

    /**
     * Enqueues the runs. A connection that cannot be pulled is logged and left out, and keeps no other from running.
     *
     * @param schedule the schedule
     * @param at the moment whose days are asked for
     * @param trigger what started it
     * @param by who asked for it
     * @param force whether to pull disabled connections too, and from the beginning
     * @return what was enqueued
     */
    List<JobRun> enqueue(Schedule schedule, Instant at, JobTrigger trigger, @Nullable String by, boolean force) {
        ScheduleDraft draft = schedule.draft();
        List<JobRun> runs = new ArrayList<>();
        for (String name : draft.connections()) {
            String problem = problem(name, draft.stream(), force);
            if (problem == null) {
                runs.add(connections.pull(PullRequest.of(name)
                        .withStream(draft.stream())
                        .withWindow(draft.range().window(at, draft.zone()))
                        .withTrigger(trigger, by)
                        .withForce(force)
                        .forSchedule(schedule.id())));
            } else {
                LOGGER.warn(
                        "Schedule {} '{}' leaves out the connection '{}': {}",
                        schedule.id(),
                        draft.name(),
                        name,
                        problem);
            }
        }
        return runs;
    }

    /** Asks first: a pull that throws could mark the transaction of all the others for rollback. */
    private @Nullable String problem(String name, @Nullable String stream, boolean force) {
        Optional<Connection> found;
        try {
            found = connections.find(name);
        } catch (SyncTrackerException e) {
            return "it cannot be read (" + e.getMessage() + ")";
        } catch (RuntimeException e) { // whatever an application's connector throws when it is asked for its streams
            return "it cannot be read (" + e.getClass().getSimpleName() + ")";
        }
        if (found.isEmpty()) {
            return "there is none of that name. Remove it from the schedule.";
        }
        if (!found.get().enabled() && !force) {
            return "it is disabled. Enable it, or remove it from the schedule.";
        }
        return stream == null || found.get().streams().contains(stream)
                ? null
                : "it has no stream '" + stream + "'. Choose another stream, or remove it from the schedule.";
    }
}
