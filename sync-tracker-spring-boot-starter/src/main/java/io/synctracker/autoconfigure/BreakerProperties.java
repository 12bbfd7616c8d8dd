package io.synctracker.autoconfigure;

import io.synctracker.relay.BreakerPolicy;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a target that fails in a row is left alone for a while.
 *
 * @param failures How many calls in a row must fail until the target is left alone.
 * @param initialInterval How long it is left alone at first; each time after that twice as long.
 * @param maxInterval How long it is left alone at most.
 */
record BreakerProperties(
        @DefaultValue("5") int failures,
        @DefaultValue("1s") Duration initialInterval,
        @DefaultValue("1m") Duration maxInterval) {

    BreakerPolicy policy() {
        return new BreakerPolicy(failures, initialInterval, maxInterval);
    }
}
