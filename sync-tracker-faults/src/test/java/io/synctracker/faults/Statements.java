package io.synctracker.faults;

import io.synctracker.store.TableNames;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Which steps a statement belongs to, by its verb and table and by nothing else. */
enum Statements {
    COUNT("insert into " + TableNames.DEFAULT.trackedEntities()),
    APPEND("insert into " + TableNames.DEFAULT.logs()),
    LEASE_OR_SETTLE("update " + TableNames.DEFAULT.logs()),
    BUSINESS("update " + Shop.TABLES);

    private final String start;

    Statements(String start) {
        this.start = start;
    }

    /** Returns every step that a statement is: one with common table expressions may be several. */
    static Set<Statements> of(String sql) {
        String text = sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        boolean several = text.startsWith("with");
        Set<Statements> steps = EnumSet.noneOf(Statements.class);
        for (Statements step : values()) {
            if (text.startsWith(step.start) || several && text.contains(step.start)) {
                steps.add(step);
            }
        }
        return steps;
    }
}
