package io.synctracker.relay;

import io.synctracker.store.ColumnText;

/** Says in words what went wrong. */
final class ErrorText {

    private ErrorText() {}

    /** Returns the kind of a failure and its message, without the stack. */
    static String of(Throwable failure) {
        return reason(failure.getClass().getSimpleName() + ": " + message(failure));
    }

    /** A target's exception may fail even at saying why. */
    private static String message(Throwable failure) {
        try {
            String message = failure.getMessage();
            return message == null || message.isBlank() ? "no message" : message;
        } catch (RuntimeException | StackOverflowError e) {
            return "its message cannot be read";
        }
    }

    /** Returns a reason as it can be stored. */
    static String reason(String text) {
        String fitting = ColumnText.fit(text);
        return fitting.isEmpty() ? "no reason given" : fitting;
    }
}
