package io.synctracker.relay;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps quiet through a failure that lasts: says when it begins and when it ends, and how long to wait in between. */
final class Outage {

    private static final Logger LOGGER = LoggerFactory.getLogger(Outage.class);

    private static final RetryPolicy PAUSES =
            RetryPolicy.DEFAULT.withInitialInterval(Duration.ofMillis(200)).withMaxInterval(Duration.ofSeconds(10));

    private final String who;
    private int failures;

    /** @param who who cannot work, as the log names it */
    Outage(String who) {
        this.who = who;
    }

    /** Notes a failure; returns how long to wait before the next try. */
    Duration failed(Throwable failure) {
        failures++;
        if (failures == 1) {
            LOGGER.warn("{} cannot work; trying again until it can", who, failure);
        } else {
            LOGGER.debug("{} still cannot work", who, failure);
        }
        return PAUSES.waitAfter(failures);
    }

    /** Notes that it works. */
    void over() {
        if (failures > 0) {
            LOGGER.info("{} works again, after {} failures", who, failures);
            failures = 0;
        }
    }
}
