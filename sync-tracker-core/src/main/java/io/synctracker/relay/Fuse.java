package io.synctracker.relay;

import io.synctracker.target.DeliveryResult;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stops the lanes of a worker when so many calls in a row were put off that the circuit will open. Lanes are faster than
 * the database that the circuit is kept in: without this, a target that refuses connections would be called for a whole
 * batch before anybody wrote that it is down. Thread-safe.
 */
final class Fuse {

    private final int most;
    private final AtomicInteger deferred = new AtomicInteger();

    Fuse(int most) {
        this.most = most;
    }

    void note(List<@Nullable DeliveryResult> answers) {
        for (DeliveryResult answer : answers) {
            if (answer == null || answer instanceof DeliveryResult.Deferred) {
                deferred.incrementAndGet();
            } else {
                deferred.set(0);
            }
        }
    }

    boolean isBlown() {
        return deferred.get() >= most;
    }

    void reset() {
        deferred.set(0);
    }
}
