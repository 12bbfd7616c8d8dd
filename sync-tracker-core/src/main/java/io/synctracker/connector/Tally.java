package io.synctracker.connector;

import io.synctracker.job.JobContext;
import java.util.EnumMap;
import java.util.Map;

/** Counts what became of the records of one transaction. Not thread-safe. */
final class Tally {

    /** What can become of a record. */
    enum Fate {
        CREATED("created"),
        UPDATED("updated"),
        DELETED("deleted"),
        UNCHANGED("unchanged"),
        SET_ASIDE("setAside"),
        CONFLICT("conflicts");

        private final String text;

        Fate(String text) {
            this.text = text;
        }
    }

    private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);

    void add(Fate fate, int by) {
        counts.merge(fate, by, Integer::sum);
    }

    /** Tells a run, or takes back what it was told if the sign is negative. */
    void tell(JobContext context, int sign) {
        counts.forEach((fate, count) -> {
            if (count != 0) {
                context.count(fate.text, (long) sign * count);
            }
        });
    }
}
