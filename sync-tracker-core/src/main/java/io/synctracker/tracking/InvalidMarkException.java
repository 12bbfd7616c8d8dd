package io.synctracker.tracking;

import io.synctracker.SyncTrackerException;
import org.jspecify.annotations.Nullable;

/** A mark cannot be noted as it was given: nothing was written. The message says what is wrong with which value. */
public final class InvalidMarkException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, and what to do
     * @param cause what caused it, if anything did
     */
    public InvalidMarkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
