package io.synctracker.operate;

import io.synctracker.SyncTrackerException;
import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxFilter;
import org.jspecify.annotations.Nullable;

/** What an operator may do, by the words of a request. Thread-safe. */
public final class OperatorActions {

    private final Outbox outbox;

    /**
     * Creates the actions.
     *
     * @param outbox where the entries are
     */
    public OperatorActions(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Acts on one entry.
     *
     * @param id its id
     * @param operation {@code requeue} or {@code abandon}
     * @param note why, which an abandoned entry needs
     * @return {@link io.synctracker.outbox.Requeued} or {@link Abandoned}
     * @throws SyncTrackerException if there is no such operation, or the note is missing or too long
     */
    public Object onEntry(long id, String operation, @Nullable String note) {
        return switch (operation) {
            case "requeue" -> outbox.requeue(id);
            case "abandon" -> new Abandoned(outbox.abandon(id, text(note)) ? 1 : 0);
            default -> throw unknown(operation, "requeue or abandon");
        };
    }

    /**
     * Acts on all entries that match. Giving up everything for everybody is hardly ever meant, so that one target must
     * be named for it.
     *
     * @param filter which ones
     * @param operation {@code requeue} or {@code abandon}
     * @param note why, which abandoned entries need
     * @return {@link io.synctracker.outbox.Requeued} or {@link Abandoned}
     * @throws SyncTrackerException as for one entry, or if no target is named
     */
    public Object onEntries(OutboxFilter filter, String operation, @Nullable String note) {
        if (operation.equals("abandon") && filter.system() == null) {
            throw new SyncTrackerException("Name the target whose entries are to be abandoned.");
        }
        return switch (operation) {
            case "requeue" -> outbox.requeue(filter);
            case "abandon" -> new Abandoned(outbox.abandon(filter, text(note)));
            default -> throw unknown(operation, "requeue or abandon");
        };
    }

    /**
     * Acts on a target.
     *
     * @param name its name
     * @param operation {@code pause} or {@code resume}
     * @param note why it is paused; may be absent
     * @return how it stands now
     * @throws io.synctracker.outbox.UnknownTargetException if this application does not declare it
     * @throws SyncTrackerException if there is no such operation
     */
    public TargetView onTarget(String name, String operation, @Nullable String note) {
        switch (operation) {
            case "pause" -> outbox.pause(name, text(note));
            case "resume" -> outbox.resume(name);
            default -> throw unknown(operation, "pause or resume");
        }
        return TargetView.find(outbox, name).orElseThrow();
    }

    private static String text(@Nullable String note) {
        return note == null ? "" : note;
    }

    private static SyncTrackerException unknown(String operation, String known) {
        return new SyncTrackerException("There is no operation '" + operation + "' here. Use " + known + ".");
    }

    /**
     * What came of giving entries up.
     *
     * @param abandoned how many were given up
     */
    public record Abandoned(int abandoned) {}
}
