package io.synctracker.actuate;

import io.synctracker.SyncTrackerException;
import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxFilter;
import org.jspecify.annotations.Nullable;

/** What an operator may do, by the words of a request. */
final class OperatorActions {

    private final Outbox outbox;

    OperatorActions(Outbox outbox) {
        this.outbox = outbox;
    }

    Object onEntry(long id, String operation, @Nullable String note) {
        return switch (operation) {
            case "requeue" -> outbox.requeue(id);
            case "abandon" -> new Abandoned(outbox.abandon(id, text(note)) ? 1 : 0);
            default -> throw unknown(operation, "requeue or abandon");
        };
    }

    /** Giving up everything for everybody is hardly ever meant, so that one target must be named for it. */
    Object onEntries(OutboxFilter filter, String operation, @Nullable String note) {
        if (operation.equals("abandon") && filter.system() == null) {
            throw new SyncTrackerException("Name the target whose entries are to be abandoned.");
        }
        return switch (operation) {
            case "requeue" -> outbox.requeue(filter);
            case "abandon" -> new Abandoned(outbox.abandon(filter, text(note)));
            default -> throw unknown(operation, "requeue or abandon");
        };
    }

    Object onTarget(String name, String operation, @Nullable String note) {
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
    record Abandoned(int abandoned) {}
}
