package io.synctracker.outbox;

import io.synctracker.EntityRef;
import io.synctracker.store.Dialect;
import io.synctracker.store.ShortTransactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Wakes the entry that is the first of its entity now, after the one before it is through. This must run after the
 * commit of that and not in it. A claim that parks the follower has locked it before it saw that it was not first, and
 * it saw that before the commit; so this update either waits for the claim and comes after it, or finds its work undone.
 * For the same reason it asks nothing of the row's time: the row that it waits for still shows the old one.
 */
final class Unparking {

    // One that was tried before is waiting for a time of its own, which must not be cut short.
    private static final String WAKE = """
            update $logs set next_attempt_at = $now
             where id in (:ids) and sync_status = 'pending' and sync_attempts = 0 and lease_token is null""";

    private final NamedParameterJdbcTemplate jdbc;
    private final Dialect dialect;
    private final ShortTransactions transactions;
    private final String first;
    private final String wake;

    Unparking(NamedParameterJdbcTemplate jdbc, Dialect dialect, ShortTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.dialect = dialect;
        first = dialect.firstWaiting();
        wake = new Sql(dialect).of(WAKE);
    }

    /**
     * Wakes the first entries of entities.
     *
     * @return how many there are
     */
    int wake(String system, Collection<EntityRef> entities) {
        List<Long> ids = new ArrayList<>();
        Waits.idsByType(entities)
                .forEach((type, keys) -> ids.addAll(transactions.call(() -> first(system, type, keys))));
        return ids.isEmpty() ? 0 : transactions.call(() -> jdbc.update(wake, Waits.parameters("ids", ids)));
    }

    private List<Long> first(String system, String type, List<String> entities) {
        return jdbc.query(
                first,
                Waits.parameters("system", system).addValue("type", type).addValue("entities", dialect.many(entities)),
                Waits::id);
    }
}
