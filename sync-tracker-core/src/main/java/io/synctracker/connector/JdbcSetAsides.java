package io.synctracker.connector;

import io.synctracker.SyncTrackerException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was set aside, from the tables. */
final class JdbcSetAsides implements SetAsides {

    private static final int MAX_LIMIT = 1000;

    private final SetAsideRows records;
    private final ConflictRows conflicts;

    JdbcSetAsides(SetAsideRows records, ConflictRows conflicts) {
        this.records = records;
        this.conflicts = conflicts;
    }

    @Override
    public List<SetAside> list(@Nullable String system, @Nullable Long before, int limit) {
        check(limit);
        return records.list(system, before, limit);
    }

    @Override
    public List<KeptConflict> conflicts(
            @Nullable String system, boolean undecidedOnly, @Nullable Long before, int limit) {
        check(limit);
        return conflicts.list(system, undecidedOnly, before, limit);
    }

    private static void check(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new SyncTrackerException("A page cannot have " + limit + " records. Ask for 1 to " + MAX_LIMIT + ".");
        }
    }
}
