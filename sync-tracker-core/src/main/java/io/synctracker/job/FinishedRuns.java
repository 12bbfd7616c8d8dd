package io.synctracker.job;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Tells of runs that have ended. What a listener throws is logged and changes nothing: the work is done. */
final class FinishedRuns {

    private static final Logger LOGGER = LoggerFactory.getLogger(FinishedRuns.class);

    private final ApplicationEventPublisher publisher;

    FinishedRuns(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    void tell(JobRun run) {
        try {
            publisher.publishEvent(new JobFinished(run));
        } catch (RuntimeException | Error e) {
            LOGGER.warn("A listener failed on the end of run {}; it stays as it is", run.id(), e);
        }
    }
}
