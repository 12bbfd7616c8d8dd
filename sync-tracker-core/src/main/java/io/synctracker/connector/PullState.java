package io.synctracker.connector;

import io.synctracker.job.JobContext;
import io.synctracker.model.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is with a stream; kept as a position of the run. Immutable.
 *
 * @param phase what comes next
 * @param pass the run that began this pass over the stream
 * @param whole whether the pass meets every record that there is
 * @param met how many records were on its pages
 * @param cursor the checkpoint of the next page, or the last id that was looked at
 */
record PullState(
        Phase phase,
        long pass,
        boolean whole,
        long met,
        @Nullable String cursor) {

    /** The parts of a pull, in their order. */
    enum Phase {
        PAGES,
        PARENTS,
        GONE,
        DONE
    }

    static @Nullable PullState read(JobContext context, String stream) {
        return context.position(stream).map(PullState::of).orElse(null);
    }

    private static PullState of(String text) {
        Map<String, @Nullable Object> parts = JsonText.readMap(text);
        Object cursor = parts.get("cursor");
        return new PullState(
                Phase.valueOf(String.valueOf(parts.get("phase"))),
                Long.parseLong(String.valueOf(parts.get("pass"))),
                Boolean.TRUE.equals(parts.get("whole")),
                Long.parseLong(String.valueOf(parts.get("met"))),
                cursor == null ? null : cursor.toString());
    }

    /** Leaves the state to the run; stored with its next confirmation. */
    void write(JobContext context, String stream) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("phase", phase.name());
        parts.put("pass", pass);
        parts.put("whole", whole);
        parts.put("met", met);
        parts.put("cursor", cursor);
        context.position(stream, JsonText.write(parts));
    }

    PullState after(int records, @Nullable String checkpoint, boolean last) {
        return new PullState(last ? Phase.PARENTS : Phase.PAGES, pass, whole, met + records, last ? null : checkpoint);
    }

    PullState at(Phase next, @Nullable String place) {
        return new PullState(next, pass, whole, met, place);
    }
}
