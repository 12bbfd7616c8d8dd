package io.synctracker.outbox;

import io.synctracker.EntityRef;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The first and last entries of entities, by status; read from the index alone. */
final class Standings {

    private static final String EDGES = """
            select model_name, model_id, sync_status, min(id) as first_id, max(id) as last_id from $logs $by_key
             where model_name = :type and model_id in (:entities) and system_name = :system
             group by model_name, model_id, sync_status""";

    private static final String OUTCOMES = "select id, outcome from $logs where id in (:ids)";

    private final NamedParameterJdbcTemplate jdbc;
    private final String edges;
    private final String outcomes;

    Standings(NamedParameterJdbcTemplate jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        Sql sql = new Sql(dialect);
        edges = sql.of(EDGES);
        outcomes = sql.of(OUTCOMES);
    }

    private record Edge(EntityRef entity, SyncLogStatus status, long first, long last) {}

    Map<EntityRef, Standing> of(String system, Collection<EntityRef> entities) {
        List<Edge> found = new ArrayList<>();
        Waits.idsByType(entities).forEach((type, ids) -> found.addAll(edges(system, type, ids)));
        Map<Long, EntryOutcome> outcomes = outcomes(found);
        Map<EntityRef, Standing> standings = new HashMap<>();
        for (Edge edge : found) {
            standings.merge(edge.entity(), standing(edge, outcomes), Standings::merge);
        }
        return standings;
    }

    private List<Edge> edges(String system, String type, List<String> ids) {
        return jdbc.query(
                edges,
                Waits.parameters("system", system).addValue("type", type).addValue("entities", ids),
                (row, number) -> new Edge(
                        new EntityRef(row.getString("model_name"), row.getString("model_id")),
                        Codes.value(SyncLogStatus.class, row.getString("sync_status")),
                        row.getLong("first_id"),
                        row.getLong("last_id")));
    }

    private Map<Long, EntryOutcome> outcomes(List<Edge> found) {
        List<Long> ids = found.stream()
                .filter(edge -> edge.status() == SyncLogStatus.COMPLETED)
                .map(Edge::last)
                .toList();
        Map<Long, EntryOutcome> result = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(outcomes, Waits.parameters("ids", ids), row -> {
                result.put(row.getLong("id"), Codes.value(EntryOutcome.class, row.getString("outcome")));
            });
        }
        return result;
    }

    private static Standing standing(Edge edge, Map<Long, EntryOutcome> outcomes) {
        return switch (edge.status()) {
            case COMPLETED -> new Standing(null, null, outcomes.get(edge.last()));
            case PENDING -> new Standing(edge.first(), edge.last(), null);
            default -> new Standing(edge.first(), null, null);
        };
    }

    private static Standing merge(Standing one, Standing other) {
        return new Standing(
                smaller(one.firstOpen(), other.firstOpen()),
                one.lastPending() != null ? one.lastPending() : other.lastPending(),
                one.lastOutcome() != null ? one.lastOutcome() : other.lastOutcome());
    }

    private static @Nullable Long smaller(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }
}
