package io.synctracker.outbox;

import io.synctracker.store.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Puts off due entries that are not the first of their entity. Each becomes due again when it is the first
 * ({@link Unparking}); the time that is set here only matters if whoever should do that dies. It grows by a second with
 * the place in the line, so that a long line is not looked at again and again.
 */
final class Parking {

    private static final String PARK = "update $logs set next_attempt_at = $later where id = :id";

    private static final long STEP = Micros.of(Duration.ofSeconds(1));

    private final NamedParameterJdbcTemplate jdbc;
    private final Waits waits;
    private final String park;

    Parking(NamedParameterJdbcTemplate jdbc, Dialect dialect, Waits waits) {
        this.jdbc = jdbc;
        this.waits = waits;
        this.park = new Sql(dialect).of(PARK);
    }

    /**
     * Parks all that are neither first nor folded.
     *
     * @param looked due entries, locked
     * @param taken what this claim takes of them
     * @return how many were parked
     */
    int park(ClaimRequest request, List<Waiting> looked, List<Folded> taken) {
        Map<Long, Long> dueAfter = new HashMap<>();
        Set<Long> folded = new HashSet<>();
        for (Folded fold : taken) {
            dueAfter.put(fold.head().id(), Micros.of(request.lease()));
            fold.followers().forEach(follower -> folded.add(follower.id()));
        }
        List<Waiting> behind = looked.stream()
                .filter(entry -> !entry.isHead() && !folded.contains(entry.id()))
                .toList();
        if (behind.isEmpty()) {
            return 0;
        }
        dueAfter.putAll(dueAfterOfOthers(behind, dueAfter.keySet()));
        SqlParameterSource[] rows = rows(behind, dueAfter);
        jdbc.batchUpdate(park, rows);
        return rows.length;
    }

    private Map<Long, Long> dueAfterOfOthers(List<Waiting> behind, Collection<Long> known) {
        Set<Long> others = new HashSet<>();
        behind.forEach(entry -> others.add(entry.headId()));
        others.removeAll(known);
        return others.isEmpty() ? Map.of() : waits.dueAfterMicros(others);
    }

    private static SqlParameterSource[] rows(List<Waiting> behind, Map<Long, Long> dueAfter) {
        List<SqlParameterSource> rows = new ArrayList<>();
        Map<Long, Integer> places = new HashMap<>();
        for (Waiting entry : behind) {
            long first = Math.max(dueAfter.getOrDefault(entry.headId(), 0L), STEP);
            int place = places.merge(entry.headId(), 1, Integer::sum);
            rows.add(Waits.parameters("id", entry.id()).addValue("micros", first + (place - 1) * STEP));
        }
        return rows.toArray(SqlParameterSource[]::new);
    }
}
