package io.synctracker.outbox;

import io.synctracker.ChangeType;

/** Merges the changes of one entity that wait for the same target into what the target must be told. */
final class Fold {

    /** Whether the target may have heard of the first change already. */
    private final boolean attempted;

    private ChangeType action;
    /** Whether the target, if it has not heard of anything yet, need not be told at all. */
    private boolean unseen;

    Fold(ChangeType first, boolean attempted) {
        this.action = first;
        this.attempted = attempted;
    }

    /** Merges the next change of the same life. */
    void add(ChangeType next) {
        if (unseen) {
            restart(next);
        } else if (next == ChangeType.DELETE) {
            // Once the create was tried it may have arrived, whatever came back.
            unseen = action == ChangeType.CREATE && !attempted;
            action = ChangeType.DELETE;
        } else if (action == ChangeType.DELETE) {
            // Nobody told the target of the delete, so it still holds the entity; else it may have dropped it.
            action = attempted ? ChangeType.CREATE : ChangeType.UPDATE;
        }
    }

    private void restart(ChangeType next) {
        unseen = next == ChangeType.DELETE;
        action = unseen ? ChangeType.DELETE : ChangeType.CREATE;
    }

    /** Returns what to tell the target. */
    ChangeType action() {
        return action;
    }

    /** Returns whether a create and a delete cancel out, since nothing was ever tried. */
    boolean unseen() {
        return unseen;
    }
}
