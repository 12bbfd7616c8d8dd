package io.synctracker.connector;

import io.synctracker.SyncTrackerException;
import java.util.Collection;
import java.util.TreeSet;

/** There is no connection of that name. */
public final class UnknownConnectionException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * Says which.
     *
     * @param name the name that was asked for
     * @param known the names there are
     */
    public UnknownConnectionException(String name, Collection<String> known) {
        super("There is no connection '" + name + "'. "
                + (known.isEmpty()
                        ? "There are none."
                        : "There are: " + String.join(", ", new TreeSet<>(known)) + "."));
        this.name = name;
    }

    /** Returns the name that was asked for. */
    public String name() {
        return name;
    }
}
