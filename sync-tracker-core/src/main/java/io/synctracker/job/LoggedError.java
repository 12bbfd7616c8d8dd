package io.synctracker.job;

import org.jspecify.annotations.Nullable;

/** An error of a job as it may be logged: with its kind and its stack, and its message masked. */
final class LoggedError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LoggedError(String message, StackTraceElement[] stack) {
        super(message, null, false, true);
        setStackTrace(stack);
    }

    /** Returns what is to be logged; {@code null} unless the failure is an {@link Error}. */
    static @Nullable LoggedError of(@Nullable Throwable failure, SensitiveText texts) {
        return failure instanceof Error
                ? new LoggedError(
                        failure.getClass().getName() + ": " + texts.mask(String.valueOf(failure.getMessage())),
                        failure.getStackTrace())
                : null;
    }
}
