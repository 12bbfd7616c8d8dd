package io.synctracker.autoconfigure;

import io.synctracker.job.JobFinished;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells the library's own parts of the end of a run before the host's listeners, one of which may throw and keep those
 * behind it from hearing.
 */
final class RunEnds implements ApplicationEventPublisher {

    private static final Logger LOGGER = LoggerFactory.getLogger(RunEnds.class);

    private final Supplier<List<Consumer<JobFinished>>> own;
    private final ApplicationEventPublisher host;

    /**
     * Prepares.
     *
     * @param own who of the library is told; asked for when the first run ends
     * @param host tells the host's listeners
     */
    RunEnds(Supplier<List<Consumer<JobFinished>>> own, ApplicationEventPublisher host) {
        this.own = own;
        this.host = host;
    }

    @Override
    public void publishEvent(Object event) {
        if (event instanceof JobFinished end) {
            own.get().forEach(part -> tell(part, end));
        }
        host.publishEvent(event);
    }

    private static void tell(Consumer<JobFinished> part, JobFinished end) {
        try {
            part.accept(end);
        } catch (RuntimeException e) { // whatever the database refuses: the run stands
            LOGGER.warn(
                    "The end of run {} could not be noted everywhere", end.run().id(), e);
        }
    }
}
