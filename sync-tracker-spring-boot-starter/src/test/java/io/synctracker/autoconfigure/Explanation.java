package io.synctracker.autoconfigure;

import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What a person reads when an application does not start. */
record Explanation(String description, String action) {

    static Explanation of(ThrowingCallable start) {
        Throwable failure = catchThrowable(start);
        Assertions.assertThat(failure).as("the application started").isNotNull();
        FailureAnalysis analysis = new StartupFailureAnalyzer().analyze(failure);
        Assertions.assertThat(analysis).as("explanation of %s", failure).isNotNull();
        return new Explanation(analysis.getDescription(), String.valueOf(analysis.getAction()));
    }
}
