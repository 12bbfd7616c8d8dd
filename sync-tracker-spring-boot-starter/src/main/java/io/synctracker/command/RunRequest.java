package io.synctracker.command;

import io.synctracker.SyncTrackerException;
import io.synctracker.connector.Connections;
import io.synctracker.connector.PullRequest;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobTrigger;
import io.synctracker.schedule.Schedule;
import io.synctracker.schedule.Schedules;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param name a connection's or a schedule's name, with {@code connection:} or {@code schedule:} in front where there are
 *     both
 * @param force whether to run it though it is disabled, and from the beginning
 */
record RunRequest(String name, boolean force) {

    private static final String CONNECTION = "connection:";
    private static final String SCHEDULE = "schedule:";
    private static final String WHO = "command line";

    List<JobRun> enqueue(Connections connections, Schedules schedules) {
        Optional<Schedule> schedule = name.startsWith(CONNECTION) ? Optional.empty() : schedules.find(plain());
        boolean connection =
                !name.startsWith(SCHEDULE) && connections.find(plain()).isPresent();
        if (schedule.isPresent() && connection) {
            throw new SyncTrackerException("There are a schedule and a connection '" + plain() + "'. Write --"
                    + RunEnvironment.RUN + "=" + SCHEDULE + plain() + " or =" + CONNECTION + plain() + ".");
        }
        if (connection) {
            return List.of(connections.pull(
                    PullRequest.of(plain()).withTrigger(JobTrigger.COMMAND, WHO).withForce(force)));
        }
        return schedules.runNow(schedule.orElseThrow(this::unknown).id(), WHO, JobTrigger.COMMAND, force);
    }

    private SyncTrackerException unknown() {
        return new SyncTrackerException("There is no connection and no schedule '" + plain()
                + "'. Name one of them with --" + RunEnvironment.RUN + "=…");
    }

    private String plain() {
        for (String prefix : List.of(CONNECTION, SCHEDULE)) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }
}
