package io.synctracker.schedule;

import io.synctracker.connector.UnknownConnectionException;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobTrigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schedules by which connections are pulled. Thread-safe; every write joins the caller's transaction. */
public interface Schedules {

    /**
     * Makes a schedule.
     *
     * @param draft what it is to be
     * @param owner who makes it, or {@code null}
     * @return the schedule
     * @throws InvalidScheduleException if it can never fire, or a part is wrong
     * @throws UnknownConnectionException if it names a connection that there is not
     */
    Schedule create(ScheduleDraft draft, @Nullable String owner);

    /**
     * Changes a schedule.
     *
     * @param id its number
     * @param draft what it is to be
     * @return the schedule
     * @throws UnknownScheduleException if there is none of that number
     * @throws InvalidScheduleException as {@link #create}
     */
    Schedule update(long id, ScheduleDraft draft);

    /**
     * Removes a schedule; its runs stay.
     *
     * @param id its number
     * @throws UnknownScheduleException if there is none of that number
     */
    void delete(long id);

    /**
     * Lets a schedule fire, or not.
     *
     * @param id its number
     * @param enabled whether it fires
     * @return the schedule
     * @throws UnknownScheduleException if there is none of that number
     */
    Schedule enable(long id, boolean enabled);

    /**
     * Finds a schedule.
     *
     * @param id its number
     */
    Optional<Schedule> find(long id);

    /**
     * Finds a schedule.
     *
     * @param name its name
     */
    Optional<Schedule> find(String name);

    /**
     * Returns schedules by their numbers.
     *
     * @param after only those with a larger number, or {@code null}
     * @param limit how many at most, 1 to 1000
     */
    List<Schedule> list(@Nullable Long after, int limit);

    /**
     * Enqueues the runs of a schedule now, enabled or not, whatever its cadence and its limit are.
     *
     * @param id its number
     * @param by who asked for it
     * @param trigger what starts it
     * @param force as in {@link io.synctracker.connector.PullRequest}
     * @return a run for each connection that can be pulled; already cancelled if an earlier one has not ended
     * @throws UnknownScheduleException if there is none of that number
     * @throws InvalidScheduleException if none of its connections can be pulled
     */
    List<JobRun> runNow(long id, @Nullable String by, JobTrigger trigger, boolean force);

    /**
     * Returns when a schedule of that kind would fire, and stores nothing.
     *
     * @param draft what it would be
     * @param count how many times, 1 to 100
     * @return fewer if it ends before
     * @throws InvalidScheduleException as {@link #create}
     */
    List<Instant> nextFirings(ScheduleDraft draft, int count);
}
