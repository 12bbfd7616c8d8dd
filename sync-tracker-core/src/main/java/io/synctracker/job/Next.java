package io.synctracker.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an alarm that has rung.
 *
 * @param at when it rings again; {@code null} if it does not
 * @param keep whether it is left as it is, for it is not this process's any more
 * @param blocked whether its run waits for another, which may have ended meanwhile
 */
record Next(@Nullable Instant at, boolean keep, boolean blocked) {

    static final Next NEVER = new Next(null, false, false);
    static final Next NOT_OURS = new Next(null, true, false);

    static Next at(Instant time) {
        return new Next(time, false, false);
    }
}
