package io.synctracker.outbox;

import io.synctracker.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a target's row says.
 *
 * @param system the target
 * @param pausedAt when it was paused, or {@code null}
 * @param note why
 * @param failures failures in a row
 * @param openings openings of the circuit in a row
 * @param openUntil until when the circuit is open, or {@code null}
 * @param open whether that lies ahead
 */
record Gate(
        String system,
        @Nullable Instant pausedAt,
        @Nullable String note,
        int failures,
        int openings,
        @Nullable Instant openUntil,
        boolean open) {

    static Gate well(String system) {
        return new Gate(system, null, null, 0, 0, null, false);
    }

    static Gate read(Dialect dialect, ResultSet row) throws SQLException {
        return new Gate(
                row.getString("system_name"),
                dialect.instant(row, "paused_at"),
                row.getString("paused_note"),
                row.getInt("failures"),
                row.getInt("openings"),
                dialect.instant(row, "open_until"),
                row.getInt("is_open") == 1);
    }

    boolean letsNobodyThrough() {
        return pausedAt != null || open;
    }

    boolean letsOneThrough(int breakerFailures) {
        return failures >= breakerFailures && openUntil != null;
    }

    boolean hasFailed() {
        return failures > 0 || openings > 0 || openUntil != null;
    }
}
