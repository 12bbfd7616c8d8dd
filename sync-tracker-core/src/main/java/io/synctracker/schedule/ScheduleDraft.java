package io.synctracker.schedule;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule is to be. Immutable.
 *
 * @param name what people call it, 1 to 100 characters, unique
 * @param connections the connections to pull, at least one; each is a run of its own
 * @param stream one stream of each, or {@code null} for all
 * @param cadence how often
 * @param zone whose days and times they are
 * @param range which days are asked for
 * @param maxRunsPerDay how often it fires on one day of its zone at most; 0 for no limit
 * @param enabled whether it fires
 */
public record ScheduleDraft(
        String name,
        List<String> connections,
        @Nullable String stream,
        Cadence cadence,
        ZoneId zone,
        DateRange range,
        int maxRunsPerDay,
        boolean enabled) {

    /** Copies what it is given. */
    public ScheduleDraft {
        requireNonNull(name, "name");
        connections = List.copyOf(connections);
        requireNonNull(cadence, "cadence");
        requireNonNull(zone, "zone");
        requireNonNull(range, "range");
    }
}
