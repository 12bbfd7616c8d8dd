package io.synctracker.job;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param done how much is done
 * @param total of how much
 * @param counts what was counted, by name
 * @param positions where to go on, by name
 */
record Progress(long done, @Nullable Long total, Map<String, Long> counts, Map<String, String> positions) {

    Progress {
        counts = new LinkedHashMap<>(counts);
        positions = new LinkedHashMap<>(positions);
    }

    /** Returns this progress with the positions of another. */
    Progress withPositionsOf(Progress other) {
        return new Progress(done, total, counts, other.positions);
    }
}
