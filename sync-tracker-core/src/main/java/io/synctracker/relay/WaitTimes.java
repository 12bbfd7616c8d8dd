package io.synctracker.relay;

import io.synctracker.outbox.LeasedEntry;
import java.time.Duration;

/** How long an entry waits for something that nobody will tell it of: the longer, the older it is. */
final class WaitTimes {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private WaitTimes() {}

    /** For another entity, which is likely to come at once. */
    static Duration forParent(LeasedEntry entry) {
        return quarterOfAge(entry, Duration.ofMillis(200));
    }

    /** For another process to start or to take over. */
    static Duration forOtherNode(LeasedEntry entry) {
        return quarterOfAge(entry, Duration.ofSeconds(1));
    }

    private static Duration quarterOfAge(LeasedEntry entry, Duration shortest) {
        Duration quarter = entry.age().dividedBy(4);
        if (quarter.compareTo(shortest) < 0) {
            return shortest;
        }
        return quarter.compareTo(LONGEST) < 0 ? quarter : LONGEST;
    }
}
