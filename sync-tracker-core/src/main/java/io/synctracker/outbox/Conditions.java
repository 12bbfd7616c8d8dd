package io.synctracker.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Turns a filter into SQL. */
final class Conditions {

    private final List<String> conditions = new ArrayList<>();
    private final MapSqlParameterSource parameters;

    private Conditions(MapSqlParameterSource parameters) {
        this.parameters = parameters;
    }

    /**
     * Returns what a filter asks for as a condition.
     *
     * @param filter the filter
     * @param parameters receives the values
     */
    static String of(OutboxFilter filter, MapSqlParameterSource parameters) {
        Conditions all = new Conditions(parameters);
        all.add("system_name = :system", "system", filter.system());
        all.add("model_name = :type", "type", filter.type());
        all.add("model_id = :entity", "entity", filter.entityId());
        all.add("id < :before", "before", filter.olderThan());
        all.add("lower(error_message) like :error escape '!'", "error", pattern(filter.errorContains()));
        if (filter.status() != null) {
            all.conditions.add(condition(filter.status()));
        }
        return all.conditions.isEmpty() ? "1 = 1" : String.join(" and ", all.conditions);
    }

    private void add(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.addValue(name, value);
        }
    }

    private static @Nullable String pattern(@Nullable String part) {
        return part == null
                ? null
                : "%"
                        + part.toLowerCase(Locale.ROOT)
                                .replace("!", "!!")
                                .replace("%", "!%")
                                .replace("_", "!_")
                        + "%";
    }

    private static String condition(SyncLogStatus status) {
        return switch (status) {
            case PENDING -> "sync_status = 'pending' and (lease_until is null or lease_until <= $now)";
            case SYNCING -> "sync_status = 'pending' and lease_until > $now";
            case COMPLETED -> "sync_status = 'completed'";
            case FAILED -> "sync_status = 'failed'";
        };
    }
}
