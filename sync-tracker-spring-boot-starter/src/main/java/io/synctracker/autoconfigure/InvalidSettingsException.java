package io.synctracker.autoconfigure;

import io.synctracker.SyncTrackerException;

/** The settings and the application do not fit together; the application cannot start. */
final class InvalidSettingsException extends SyncTrackerException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String action;

    /**
     * Creates the exception.
     *
     * @param problem what is wrong, and with which
     * @param action what to do
     */
    InvalidSettingsException(String problem, String action) {
        super(problem + " " + action);
        this.problem = problem;
        this.action = action;
    }

    String problem() {
        return problem;
    }

    String action() {
        return action;
    }
}
