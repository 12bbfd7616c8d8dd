package io.synctracker.relay;

import io.synctracker.SyncTrackerException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refuses settings that cannot work, in the words of the settings file. */
final class Checks {

    private Checks() {}

    static void atLeast(String setting, int value, int least) {
        that(value >= least, setting, value, "at least " + least);
    }

    static void positive(String setting, Duration value) {
        that(value.toMillis() > 0, setting, value, "1 ms or longer");
    }

    static void that(boolean holds, String setting, @Nullable Object value, String allowed) {
        if (!holds) {
            throw new SyncTrackerException(
                    "The relay cannot work with " + setting + " = " + value + ". It must be " + allowed + ".");
        }
    }
}
