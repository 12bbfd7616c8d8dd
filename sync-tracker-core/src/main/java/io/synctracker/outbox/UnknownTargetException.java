package io.synctracker.outbox;

import io.synctracker.SyncTrackerException;
import java.util.Collection;
import java.util.TreeSet;

/** A target was named that this application does not declare. */
public final class UnknownTargetException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    private final String target;

    /**
     * Creates the exception.
     *
     * @param target the name that was given
     * @param known the names that there are
     */
    public UnknownTargetException(String target, Collection<String> known) {
        super("There is no target '" + target + "'. "
                + (known.isEmpty()
                        ? "This application declares none."
                        : "This application declares: " + String.join(", ", new TreeSet<>(known)) + "."));
        this.target = target;
    }

    /** Returns the name that was given. */
    public String target() {
        return target;
    }
}
