package io.synctracker.sample;

import io.synctracker.sample.systems.PortTakenException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences what would else be a page of stack trace. */
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortTakenException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortTakenException taken) {
        return new FailureAnalysis(
                taken.getMessage() + ".",
                "End what listens there, or choose another port with --" + taken.setting() + "=<port>.",
                taken);
    }
}
