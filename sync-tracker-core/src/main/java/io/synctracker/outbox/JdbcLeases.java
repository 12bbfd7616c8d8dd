package io.synctracker.outbox;

import static java.util.Objects.requireNonNull;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
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
            update $logs set lease_until = $later$put_off where id in (:ids)""";

    // What differs between entries stands in braces: a parameter, or a column where all are settled at once.
    private static final String COMPLETE = """
            update $logs l
               set sync_status = 'completed', outcome = {outcome}, error_message = null, completed_at = $now,
                   lease_token = null, lease_until = null""";

    private static final String FAIL = """
            update $logs l
               set sync_status = 'failed', error_message = {error}, outcome = null, completed_at = null,
                   lease_token = null, lease_until = null""";

    private static final String RETURN = """
            update $logs l
               set error_message = coalesce({error}, l.error_message), sync_attempts = l.sync_attempts - {refund},
                   next_attempt_at = {later}, lease_token = null, lease_until = null""";

    private static final String BY_ID = " where l.id = :id";

    private static final String BY_IDS = " where l.id in (:ids)";

    // Two leases of one entry may both be among those that are settled.
    private static final String ALL_AT_ONCE = """
              from unnest(:ids, :tokens, :outcomes, :errors, :refunds, :delays)
                   as held(id, token, outcome, error, refund, delay)
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
    private final String completeAll;
    private final UnaryOperator<String> byId;
    private final UnaryOperator<String> atOnce;
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
        completeAll = sql.of(COMPLETE.replace("{outcome}", ":outcome") + BY_IDS);
        byId = text -> sql.of(filled(text, ":outcome", ":error", ":refund", "$later") + BY_ID);
        atOnce = text -> sql.of(filled(
                        text,
                        "held.outcome",
                        "held.error",
                        "held.refund",
                        dialect.nowPlusMicros().replace("?", "held.delay"))
                + ALL_AT_ONCE);
        settle = Map.of(
                SyncLogStatus.COMPLETED, COMPLETE,
                SyncLogStatus.FAILED, FAIL,
                SyncLogStatus.PENDING, RETURN);
    }

    private static String filled(String text, String outcome, String error, String refund, String later) {
        return text.replace("{outcome}", outcome)
                .replace("{error}", error)
                .replace("{refund}", refund)
                .replace("{later}", later);
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
        if (dialect.returnsUpdates()) {
            return settleAtOnce(settlements);
        }
        Set<LeasedEntry> ours = lock(settlements.stream().map(Settlement::entry).toList());
        byStatus(settlements.stream().filter(one -> ours.contains(one.entry())).toList())
                .forEach((status, group) -> {
                    if (status == SyncLogStatus.COMPLETED) {
                        complete(group);
                    } else {
                        jdbc.batchUpdate(
                                statement(status, byId),
                                group.stream().map(JdbcLeases::parameters).toArray(SqlParameterSource[]::new));
                    }
                });
        return ours;
    }

    /** Nothing but the outcome tells one success from another, and there are few outcomes: one statement for each. */
    private void complete(List<Settlement> settlements) {
        settlements.stream()
                .collect(Collectors.groupingBy(
                        one -> requireNonNull(outcome(one)),
                        TreeMap::new,
                        Collectors.mapping(one -> one.entry().id(), Collectors.toList())))
                .forEach((outcome, ids) ->
                        jdbc.update(completeAll, Waits.parameters("ids", ids).addValue("outcome", outcome)));
    }

    private Set<LeasedEntry> settleAtOnce(List<Settlement> settlements) {
        Map<Lease, LeasedEntry> held = new HashMap<>();
        settlements.forEach(one -> held.put(Lease.of(one.entry()), one.entry()));
        Set<LeasedEntry> ours = new HashSet<>();
        byStatus(settlements)
                .forEach((status, group) -> jdbc.query(statement(status, atOnce), columns(group), row -> {
                    ours.add(requireNonNull(held.get(new Lease(row.getLong(1), row.getLong(2)))));
                }));
        return ours;
    }

    @Override
    public void amend(Settlement settlement) {
        jdbc.update(statement(settlement.status(), byId), parameters(settlement));
    }

    private String statement(SyncLogStatus status, UnaryOperator<String> form) {
        return form.apply(requireNonNull(settle.get(status)));
    }

    private static Map<SyncLogStatus, List<Settlement>> byStatus(List<Settlement> settlements) {
        return settlements.stream()
                .collect(Collectors.groupingBy(Settlement::status, TreeMap::new, Collectors.toList()));
    }

    private record Lease(long id, long token) {

        static Lease of(LeasedEntry entry) {
            return new Lease(entry.id(), entry.token());
        }
    }

    private static MapSqlParameterSource parameters(Settlement settlement) {
        return Waits.parameters("id", settlement.entry().id())
                .addValue("outcome", outcome(settlement))
                .addValue("error", settlement.error())
                .addValue("refund", refund(settlement))
                .addValue("micros", Micros.of(settlement.delay()));
    }

    private MapSqlParameterSource columns(List<Settlement> settlements) {
        return Waits.parameters("ids", many(settlements, one -> one.entry().id()))
                .addValue("tokens", many(settlements, one -> one.entry().token()))
                .addValue("outcomes", many(settlements, JdbcLeases::outcome))
                .addValue("errors", many(settlements, Settlement::error))
                .addValue("refunds", many(settlements, JdbcLeases::refund))
                .addValue("delays", many(settlements, one -> Micros.of(one.delay())));
    }

    private Object many(List<Settlement> settlements, Function<Settlement, @Nullable Object> column) {
        List<@Nullable Object> values = new ArrayList<>(settlements.size());
        settlements.forEach(one -> values.add(column.apply(one)));
        return dialect.many(values);
    }

    private static @Nullable String outcome(Settlement settlement) {
        return settlement.outcome() == null ? null : Codes.of(settlement.outcome());
    }

    private static long refund(Settlement settlement) {
        return settlement.attempted() ? 0 : 1;
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
