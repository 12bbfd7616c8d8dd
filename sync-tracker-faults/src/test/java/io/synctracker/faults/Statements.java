package io.synctracker.faults;

import io.synctracker.store.TableNames;
import java.util.Locale;

/** Which step a statement belongs to, by its verb and table and by nothing else. */
enum Statements {
    COUNT("insert into " + TableNames.DEFAULT.trackedEntities()),
    APPEND("insert into " + TableNames.DEFAULT.logs()),
    LEASE_OR_SETTLE("update " + TableNames.DEFAULT.logs()),
    BUSINESS("update " + Shop.TABLES),
    OTHER("");

    private final String start;

    Statements(String start) {
        this.start = start;
    }

    static Statements of(String sql) {
        String text = sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        for (Statements kind : values()) {
            // A common table expression may stand before the verb.
            boolean found = text.startsWith(kind.start) || text.startsWith("with") && text.contains(kind.start);
            if (found) {
                return kind;
            }
        }
        return OTHER;
    }
}
