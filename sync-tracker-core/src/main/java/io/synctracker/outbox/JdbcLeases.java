package io.synctracker.outbox;

import io.synctracker.EntityRef;
import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import io.synctracker.store.FreshPlans;
import io.synctracker.store.ShortTransactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
            update $logs set lease_until = $later where id in (:ids)""";

    private static final String COMPLETE = """
            update $logs l
               set sync_status = 'completed', outcome = :outcome, error_message = null, completed_at = $now,
                   lease_token = null, lease_until = null""";

    private static final String FAIL = """
            update $logs l
               set sync_status = 'failed', error_message = :error, outcome = null, completed_at = null,
                   lease_token = null, lease_until = null""";

    private static final String RETURN = """
            update $logs l
               set error_message = coalesce(:error, error_message), sync_attempts = sync_attempts - :refund,
                   next_attempt_at = $later, lease_token = null, lease_until = null""";

    private static final String BY_ID = " where l.id $among_ids";

    // Two leases of one entry may both be among those that are settled.
    private static final String BY_LEASE = """
              from unnest(:ids, :tokens) as held(id, token)
             where l.id $among_ids and l.id = held.id and l.lease_token = held.token and l.sync_status = 'pending'
            returning held.id, held.token""";

    private final NamedParameterJdbcTemplate jdbc;
    private final Dialect dialect;
    private final ShortTransactions transactions;
    private final ClaimWork claims;
    private final Unparking unparking;
    private final Gates gates;
    private final Standings standings;
    private final String lock;
    private final String renew;
    private final String byId;
    private final String byLease;
    private final Map<SyncLogStatus, String> settle;

    JdbcLeases(DataSource dataSource, Dialect dialect) {
        this.dialect = dialect;
        jdbc = new NamedParameterJdbcTemplate(FreshPlans.template(dataSource));
        transactions = new ShortTransactions(dataSource);
        claims = new ClaimWork(jdbc, dialect);
        unparking = new Unparking(jdbc, dialect, transactions);
        gates = new Gates(jdbc, dialect, transactions);
        standings = new Standings(jdbc, dialect);
        Sql sql = new Sql(dialect);
        lock = sql.of(LOCK);
        renew = sql.of(RENEW);
        byId = sql.of(BY_ID);
        byLease = sql.of(BY_LEASE);
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

    /** Locks entries; returns those that are still the holder's. */
    private Set<LeasedEntry> lock(Collection<LeasedEntry> entries) {
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
    public Set<LeasedEntry> settle(List<Settlement> settlements) {
        if (!dialect.returnsUpdates()) {
            Set<LeasedEntry> ours =
                    lock(settlements.stream().map(Settlement::entry).toList());
            fates(settlements.stream().filter(one -> ours.contains(one.entry())).toList())
                    .forEach((fate, entries) -> jdbc.update(statement(fate, byId), fate.parameters(dialect, entries)));
            return ours;
        }
        Set<LeasedEntry> ours = new HashSet<>();
        fates(settlements).forEach((fate, entries) -> {
            Map<Lease, LeasedEntry> held = new HashMap<>();
            entries.forEach(entry -> held.put(new Lease(entry.id(), entry.token()), entry));
            jdbc.query(statement(fate, byLease), fate.parameters(dialect, entries), row -> {
                ours.add(Objects.requireNonNull(held.get(new Lease(row.getLong(1), row.getLong(2)))));
            });
        });
        return ours;
    }

    @Override
    public void amend(Settlement settlement) {
        Fate fate = Fate.of(settlement);
        jdbc.update(statement(fate, byId), fate.parameters(dialect, List.of(settlement.entry())));
    }

    private String statement(Fate fate, String which) {
        return settle.get(fate.status()) + which;
    }

    private static Map<Fate, List<LeasedEntry>> fates(List<Settlement> settlements) {
        Map<Fate, List<LeasedEntry>> fates = new LinkedHashMap<>();
        settlements.forEach(settlement -> fates.computeIfAbsent(Fate.of(settlement), fate -> new ArrayList<>())
                .add(settlement.entry()));
        return fates;
    }

    private record Lease(long id, long token) {}

    /** What entries have in common that are settled by one statement: a whole batch, where all of it was accepted. */
    private record Fate(
            SyncLogStatus status,
            @Nullable EntryOutcome outcome,
            @Nullable String error,
            Duration delay,
            boolean attempted) {

        static Fate of(Settlement settlement) {
            return new Fate(
                    settlement.status(),
                    settlement.outcome(),
                    settlement.error(),
                    settlement.delay(),
                    settlement.attempted());
        }

        SqlParameterSource parameters(Dialect dialect, List<LeasedEntry> entries) {
            return Waits.parameters("ids", dialect.many(values(entries, LeasedEntry::id)))
                    .addValue("tokens", dialect.many(values(entries, LeasedEntry::token)))
                    .addValue("outcome", outcome == null ? null : Codes.of(outcome))
                    .addValue("error", error)
                    .addValue("refund", attempted ? 0 : 1)
                    .addValue("micros", Micros.of(delay));
        }
    }

    private static List<Long> values(List<LeasedEntry> entries, ToLongFunction<LeasedEntry> column) {
        return entries.stream().map(column::applyAsLong).toList();
    }

    @Override
    public int wakeNext(String system, Collection<EntityRef> entities) {
        return unparking.wake(system, entities);
    }

    @Override
    public boolean isOpen(String system) {
        return transactions.read(() -> !gates.look(system).letsNobodyThrough());
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
