package io.synctracker.outbox;

import io.synctracker.EntityRef;
import io.synctracker.SyncTrackerException;
import io.synctracker.store.ColumnText;
import io.synctracker.store.Dialect;
import io.synctracker.store.FreshPlans;
import io.synctracker.store.ShortTransactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The outbox in plain SQL. */
final class JdbcOutbox implements Outbox {

    private static final int CHUNK = 500;

    private final NamedParameterJdbcTemplate jdbc;
    private final ShortTransactions transactions;
    private final Sql sql;
    private final Entries entries;
    private final Counts counts;
    private final Requeuing requeuing;
    private final Abandoning abandoning;
    private final Unparking unparking;
    private final Gates gates;
    private final Cleanup cleanup;
    private final Set<String> targets;
    private final Consumer<Set<String>> signal;

    JdbcOutbox(
            DataSource dataSource,
            Dialect dialect,
            Function<String, Map<String, @Nullable Object>> mask,
            Collection<String> targets,
            Consumer<Set<String>> signal) {
        jdbc = new NamedParameterJdbcTemplate(FreshPlans.template(dataSource));
        transactions = new ShortTransactions(dataSource);
        sql = new Sql(dialect);
        entries = new Entries(jdbc, dialect, mask);
        counts = new Counts(jdbc, dialect);
        requeuing = new Requeuing(jdbc, dialect);
        abandoning = new Abandoning(jdbc, dialect);
        unparking = new Unparking(jdbc, dialect, transactions);
        gates = new Gates(jdbc, dialect, transactions);
        cleanup = new Cleanup(jdbc, dialect, transactions);
        this.targets = Set.copyOf(targets);
        this.signal = signal;
    }

    @Override
    public OutboxStats stats() {
        return transactions.call(() -> counts.stats(null));
    }

    @Override
    public OutboxStats stats(String system) {
        return transactions.call(() -> counts.stats(system));
    }

    @Override
    public List<Backlog> backlogs() {
        return transactions.call(() -> counts.backlogs(targets));
    }

    @Override
    public Optional<OutboxEntry> find(long id) {
        return transactions.call(() -> entries.find(id)).stream().findFirst();
    }

    @Override
    public List<OutboxEntry> find(OutboxFilter filter) {
        return transactions.call(() -> entries.find(filter));
    }

    @Override
    public Requeued requeue(long id) {
        return requeue(List.of(id));
    }

    @Override
    public Requeued requeue(Collection<Long> ids) {
        List<Long> distinct = ids.stream().distinct().sorted().toList();
        Set<String> systems = new HashSet<>();
        Requeued result = Requeued.NONE;
        for (int from = 0; from < distinct.size(); from += CHUNK) {
            List<Long> chunk = distinct.subList(from, Math.min(from + CHUNK, distinct.size()));
            result = result.plus(transactions.call(() -> requeuing.requeue(chunk, systems)));
        }
        tell(systems);
        return result;
    }

    @Override
    public Requeued requeue(OutboxFilter filter) {
        Requeued result = Requeued.NONE;
        OutboxFilter failed = filter.withStatus(SyncLogStatus.FAILED);
        List<Long> ids = matching(failed, 0);
        while (!ids.isEmpty()) {
            result = result.plus(requeue(ids));
            ids = matching(failed, ids.get(ids.size() - 1));
        }
        return result;
    }

    /** Returns the next ids that match and are not completed, smallest first. */
    private List<Long> matching(OutboxFilter filter, long after) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("after", after).addValue("limit", CHUNK);
        String where = Conditions.of(filter, parameters);
        String query = sql.of("select id from $logs where id > :after and sync_status <> 'completed' and " + where
                + " order by id limit :limit");
        return transactions.call(() -> jdbc.query(query, parameters, Waits::id));
    }

    @Override
    public boolean abandon(long id, String note) {
        return abandon(List.of(id), checked(note)) == 1;
    }

    @Override
    public int abandon(OutboxFilter filter, String note) {
        String text = checked(note);
        int abandoned = 0;
        List<Long> ids = matching(filter, 0);
        while (!ids.isEmpty()) {
            abandoned += abandon(ids, text);
            ids = matching(filter, ids.get(ids.size() - 1));
        }
        return abandoned;
    }

    private int abandon(List<Long> ids, String note) {
        List<Abandoning.Abandoned> abandoned = transactions.call(() -> abandoning.abandon(ids, note));
        Map<String, List<EntityRef>> bySystem = new TreeMap<>();
        abandoned.forEach(entry -> bySystem.computeIfAbsent(entry.system(), system -> new ArrayList<>())
                .add(entry.entity()));
        bySystem.forEach(unparking::wake);
        tell(bySystem.keySet());
        return abandoned.size();
    }

    private static String checked(String note) {
        if (note.isBlank() || note.length() > ColumnText.MAX) {
            throw new SyncTrackerException("The note has " + note.strip().length() + " characters. Say in 1 to "
                    + ColumnText.MAX + " why the entry is given up.");
        }
        return ColumnText.fit(note);
    }

    @Override
    public void pause(String target, String note) {
        requireDeclared(target);
        gates.pause(target, ColumnText.fit(note));
    }

    @Override
    public void resume(String target) {
        requireDeclared(target);
        gates.resume(target);
        tell(Set.of(target));
    }

    private void requireDeclared(String target) {
        if (!targets.contains(target)) {
            throw new UnknownTargetException(target, targets);
        }
    }

    @Override
    public List<TargetState> targets() {
        Map<String, Gate> byName = new TreeMap<>();
        targets.forEach(name -> byName.put(name, Gate.well(name)));
        transactions.call(gates::all).forEach(gate -> byName.put(gate.system(), gate));
        return byName.values().stream()
                .map(gate -> new TargetState(
                        gate.system(),
                        targets.contains(gate.system()),
                        gate.pausedAt(),
                        gate.note(),
                        gate.failures(),
                        gate.open() ? gate.openUntil() : null))
                .toList();
    }

    @Override
    public long cleanup(Duration retention) {
        if (retention.isNegative()) {
            throw new SyncTrackerException(
                    "Entries cannot be kept for " + retention + ". Give a retention of zero or longer.");
        }
        return cleanup.clean(retention);
    }

    private void tell(Set<String> systems) {
        if (!systems.isEmpty()) {
            signal.accept(Set.copyOf(systems));
        }
    }
}
