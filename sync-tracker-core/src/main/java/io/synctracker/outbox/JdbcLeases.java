package io.synctracker.outbox;

import io.synctracker.EntityRef;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import io.synctracker.store.FreshPlans;
import io.synctracker.store.ShortTransactions;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** The leases, in plain SQL. */
final class JdbcLeases implements OutboxLeases {

    private static final String LOCK = """
            select id, lease_token from $logs
             where id in (:ids) and sync_status = 'pending' and lease_token is not null
             order by id
               for update""";

    private static final String RENEW = """
            update $logs set lease_until = $later, next_attempt_at = $later where id in (:ids)""";

    private static final String COMPLETE = """
            update $logs
               set sync_status = 'completed', outcome = :outcome, error_message = null, completed_at = $now,
                   lease_token = null, lease_until = null
             where id = :id""";

    private static final String FAIL = """
            update $logs
               set sync_status = 'failed', error_message = :error, lease_token = null, lease_until = null
             where id = :id""";

    private static final String RETURN = """
            update $logs
               set error_message = coalesce(:error, error_message), sync_attempts = sync_attempts - :refund,
                   next_attempt_at = $later, lease_token = null, lease_until = null
             where id = :id""";

    private final NamedParameterJdbcTemplate jdbc;
    private final ShortTransactions transactions;
    private final ClaimWork claims;
    private final Unparking unparking;
    private final Gates gates;
    private final Standings standings;
    private final String lock;
    private final String renew;
    private final Map<SyncLogStatus, String> settle;

    JdbcLeases(DataSource dataSource, Dialect dialect) {
        jdbc = new NamedParameterJdbcTemplate(FreshPlans.template(dataSource));
        transactions = new ShortTransactions(dataSource);
        claims = new ClaimWork(jdbc, dialect);
        unparking = new Unparking(jdbc, dialect, transactions);
        gates = new Gates(jdbc, dialect, transactions);
        standings = new Standings(jdbc, dialect);
        Sql sql = new Sql(dialect);
        lock = sql.of(LOCK);
        renew = sql.of(RENEW);
        settle = Map.of(
                SyncLogStatus.COMPLETED, sql.of(COMPLETE),
                SyncLogStatus.FAILED, sql.of(FAIL),
                SyncLogStatus.PENDING, sql.of(RETURN));
    }

    @Override
    public Claim claim(ClaimRequest request) {
        return transactions.call(() -> {
            Gate gate = gates.look(request.system());
            if (gate.letsNobodyThrough()) {
                return Claim.CLOSED;
            }
            return gate.letsOneThrough(request.breakerFailures()) ? probe(request) : claim(request, gate);
        });
    }

    private Claim claim(ClaimRequest request, Gate gate) {
        Claim claim = claims.claim(request, request.limit());
        return new Claim(claim.entries(), claim.folded(), false, gate.hasFailed(), claim.more());
    }

    private Claim probe(ClaimRequest request) {
        if (!gates.winProbe(request.system(), request.lease())) {
            return Claim.CLOSED;
        }
        Claim claim = claims.claim(request, 1);
        if (claim.entries().isEmpty()) {
            gates.giveBackProbe(request.system());
            return new Claim(List.of(), 0, false, true, claim.more());
        }
        return new Claim(claim.entries(), claim.folded(), true, true, false);
    }

    @Override
    public Set<LeasedEntry> renew(Collection<LeasedEntry> entries, Duration lease) {
        return transactions.call(() -> {
            Set<LeasedEntry> ours = lock(entries);
            if (!ours.isEmpty()) {
                List<Long> ids = ours.stream().map(LeasedEntry::id).toList();
                jdbc.update(renew, Waits.parameters("ids", ids).addValue("micros", Micros.of(lease)));
            }
            return ours;
        });
    }

    @Override
    public Set<LeasedEntry> lock(Collection<LeasedEntry> entries) {
        Set<Long> ids = new HashSet<>();
        entries.forEach(entry -> ids.add(entry.id()));
        Map<Long, Long> tokens = new HashMap<>();
        jdbc.query(lock, Waits.parameters("ids", ids), row -> {
            tokens.put(row.getLong("id"), row.getLong("lease_token"));
        });
        Set<LeasedEntry> ours = new HashSet<>();
        for (LeasedEntry entry : entries) {
            Long token = tokens.get(entry.id());
            if (token != null && token == entry.token()) {
                ours.add(entry);
            }
        }
        return ours;
    }

    @Override
    public void settle(List<Settlement> settlements) {
        settle.forEach((status, sql) -> {
            SqlParameterSource[] rows = settlements.stream()
                    .filter(settlement -> settlement.status() == status)
                    .map(JdbcLeases::parameters)
                    .toArray(SqlParameterSource[]::new);
            if (rows.length > 0) {
                jdbc.batchUpdate(sql, rows);
            }
        });
    }

    private static SqlParameterSource parameters(Settlement settlement) {
        return Waits.parameters("id", settlement.entry().id())
                .addValue("outcome", settlement.outcome() == null ? null : Codes.of(settlement.outcome()))
                .addValue("error", settlement.error())
                .addValue("refund", settlement.attempted() ? 0 : 1)
                .addValue("micros", Micros.of(settlement.delay()));
    }

    @Override
    public int wakeNext(String system, Collection<EntityRef> entities) {
        return unparking.wake(system, entities);
    }

    @Override
    public boolean isOpen(String system) {
        return transactions.call(() -> !gates.look(system).letsNobodyThrough());
    }

    @Override
    public boolean answered(Answers answers) {
        return gates.answered(answers);
    }

    @Override
    public Map<EntityRef, Standing> standings(String system, Collection<EntityRef> entities) {
        return transactions.call(() -> standings.of(system, entities));
    }
}
