package io.synctracker.relay;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners, none of which can break the work. */
final class Listeners implements RelayListener {

    private static final Logger LOGGER = LoggerFactory.getLogger(Listeners.class);

    private final List<RelayListener> all;

    Listeners(List<RelayListener> all) {
        this.all = all;
    }

    @Override
    public void settled(String system, DeliveryOutcome outcome) {
        tell(listener -> listener.settled(system, outcome));
    }

    @Override
    public void folded(String system, int entries) {
        if (entries > 0) {
            tell(listener -> listener.folded(system, entries));
        }
    }

    @Override
    public void leaseLost(String system, int entries) {
        if (entries > 0) {
            LOGGER.info("{} entries for {} are another relay's by now; it delivers them", entries, system);
            tell(listener -> listener.leaseLost(system, entries));
        }
    }

    @Override
    public void called(String system, Duration time) {
        tell(listener -> listener.called(system, time));
    }

    private void tell(Consumer<RelayListener> event) {
        for (RelayListener listener : all) {
            try {
                event.accept(listener);
            } catch (RuntimeException | LinkageError e) {
                LOGGER.warn(
                        "{} failed; the delivery stands", listener.getClass().getName(), e);
            }
        }
    }
}
