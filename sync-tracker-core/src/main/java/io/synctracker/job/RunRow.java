package io.synctracker.job;

import io.synctracker.model.JsonText;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run with what nobody else may see.
 *
 * @param run what may be shown
 * @param overlap what becomes of it if its key is taken
 * @param priority the higher the sooner
 * @param masked whether something in its payload was masked
 * @param sealedPayload the payload with nothing masked, encrypted; {@code null} if nothing was, or it is no longer kept
 */
record RunRow(
        JobRun run,
        Overlap overlap,
        int priority,
        boolean masked,
        @Nullable String sealedPayload) {

    /** Reads a row of the runs' table. */
    static RunRow read(Dialect dialect, ResultSet row) throws SQLException {
        return new RunRow(
                readRun(dialect, row),
                Codes.value(Overlap.class, row.getString("overlap_rule")),
                row.getInt("priority"),
                row.getBoolean("payload_masked"),
                row.getString("sealed_payload"));
    }

    /** Reads what may be shown of a row of the runs' table. */
    static JobRun readRun(Dialect dialect, ResultSet row) throws SQLException {
        return new JobRun(
                row.getLong("id"),
                row.getString("service"),
                row.getString("action"),
                row.getString("target_type"),
                row.getString("target_id"),
                row.getString("run_key"),
                Codes.value(JobStatus.class, row.getString("run_status")),
                Codes.value(JobTrigger.class, row.getString("trigger_name")),
                row.getString("requested_by"),
                number(row, "schedule_id"),
                number(row, "parent_id"),
                map(row.getString("payload")),
                map(row.getString("result")),
                counts(row.getString("counts")),
                row.getInt("attempts"),
                row.getInt("max_attempts"),
                row.getString("node"),
                row.getLong("done"),
                number(row, "total"),
                row.getString("error_message"),
                dialect.instant(row, "cancel_requested_at") != null,
                time(dialect, row, "created_at"),
                dialect.instant(row, "due_at"),
                dialect.instant(row, "started_at"),
                dialect.instant(row, "finished_at"));
    }

    private static Instant time(Dialect dialect, ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(dialect.instant(row, column), column);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static Map<String, @Nullable Object> map(@Nullable String json) {
        return Collections.unmodifiableMap(JsonText.readMap(json));
    }

    private static Map<String, Long> counts(@Nullable String json) {
        Map<String, Long> counts = new LinkedHashMap<>();
        JsonText.readMap(json).forEach((name, value) -> {
            if (value instanceof Number number) {
                counts.put(name, number.longValue());
            }
        });
        return Collections.unmodifiableMap(counts);
    }
}
