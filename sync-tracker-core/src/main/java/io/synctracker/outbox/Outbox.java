package io.synctracker.outbox;

import io.synctracker.store.Dialect;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a person, or a page, can ask about the entries and do with them. Thread-safe. Every call runs in short
 * transactions of its own, whatever transaction the caller is in; times are the database's.
 */
public interface Outbox {

    /**
     * Gives access to the entries of a database.
     *
     * @param dataSource the database
     * @param dialect its dialect
     * @param mask reads a stored state for a person, with sensitive attributes masked; may throw a
     *     {@link io.synctracker.SyncTrackerException}
     * @param targets the names of the targets that this application declares
     * @param signal told, after the commit, which targets have something to do
     */
    static Outbox of(
            DataSource dataSource,
            Dialect dialect,
            Function<String, Map<String, @Nullable Object>> mask,
            Collection<String> targets,
            Consumer<Set<String>> signal) {
        return new JdbcOutbox(dataSource, dialect, mask, targets, signal);
    }

    /** Returns how many entries of all targets there are. Counts rows: for a page, not for a meter. */
    OutboxStats stats();

    /**
     * Returns how many entries of one target there are.
     *
     * @param system the target's name; one that nobody declares has none, unless it left some
     */
    OutboxStats stats(String system);

    /** Returns what each target has before it, by name; cheap enough for a meter. */
    List<Backlog> backlogs();

    /**
     * Finds one entry.
     *
     * @param id its id
     * @return empty if there is none, or none any more
     */
    Optional<OutboxEntry> find(long id);

    /**
     * Finds entries.
     *
     * @param filter which ones
     * @return at most the filter's limit, newest first
     */
    List<OutboxEntry> find(OutboxFilter filter);

    /**
     * Has one failed entry delivered again, with all its attempts.
     *
     * @param id its id
     * @return one entry, counted where it belongs
     */
    Requeued requeue(long id);

    /**
     * Has failed entries delivered again, with all their attempts. An entry that carries a stored state or a delete is
     * not replayed once a later one of its entity was accepted: it is completed as superseded.
     *
     * @param ids their ids; each counts once
     * @return how many of them are on their way
     */
    Requeued requeue(Collection<Long> ids);

    /**
     * Has all failed entries that match delivered again.
     *
     * @param filter which ones; its status and limit do not matter
     * @return how many of them are on their way
     */
    Requeued requeue(OutboxFilter filter);

    /**
     * Gives up one entry that is failed, or pending and in nobody's hands.
     *
     * @param id its id
     * @param note why, 1 to 4000 characters
     * @return whether it was given up; {@code false} if it is being delivered, completed, or not there
     * @throws io.synctracker.SyncTrackerException if the note is blank or too long
     */
    boolean abandon(long id, String note);

    /**
     * Gives up all entries that match and are failed, or pending and in nobody's hands.
     *
     * @param filter which ones; its limit does not matter
     * @param note why, 1 to 4000 characters
     * @return how many
     * @throws io.synctracker.SyncTrackerException if the note is blank or too long
     */
    int abandon(OutboxFilter filter, String note);

    /**
     * Stops deliveries to a target, on every instance, until it is resumed. Calls under way end; entries are still
     * recorded.
     *
     * @param target the target's name
     * @param note why, at most 4000 characters; may be empty
     * @throws UnknownTargetException if this application does not declare it
     */
    void pause(String target, String note);

    /**
     * Lets deliveries to a target go on, at once, also if its circuit breaker was open.
     *
     * @param target the target's name
     * @throws UnknownTargetException if this application does not declare it
     */
    void resume(String target);

    /** Returns how each target stands, by name: the declared ones, and others that were paused or failing. */
    List<TargetState> targets();

    /**
     * Deletes completed entries, in small batches. Stops early, between two batches, when the thread is interrupted.
     *
     * @param retention how long an entry is kept after it was completed; not negative
     * @return how many were deleted
     * @throws io.synctracker.SyncTrackerException if the retention is negative
     */
    long cleanup(Duration retention);
}
