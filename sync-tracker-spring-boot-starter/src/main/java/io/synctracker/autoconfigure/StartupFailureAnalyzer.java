package io.synctracker.autoconfigure;

import io.synctracker.SyncTrackerException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what the library says when it refuses to start, instead of a stack trace. */
final class StartupFailureAnalyzer extends AbstractFailureAnalyzer<SyncTrackerException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SyncTrackerException cause) {
        if (cause instanceof InvalidSettingsException invalid) {
            return new FailureAnalysis(invalid.problem(), invalid.action(), invalid);
        }
        // What an application's own code throws at start is not about the settings, and needs its stack trace.
        return rootFailure instanceof BeansException
                ? new FailureAnalysis("sync-tracker cannot start: " + cause.getMessage(), null, cause)
                : null;
    }
}
