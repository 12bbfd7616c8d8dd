package io.synctracker.outbox;

import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Takes entries: the first of each entity is leased, with those behind it folded in; the rest is parked. What a claim
 * does depends on its limit and not on the backlog: an entry is found due, and not to be first, once or twice and not at
 * each poll.
 */
final class ClaimWork {

    // But for $put_off no column of an index changes, so PostgreSQL writes the row beside the old one and leaves the
    // indexes alone.
    private static final String LEASE = """
            update $logs
               set sync_attempts = sync_attempts + 1, last_sync_attempt = $now, lease_token = :token,
                   lease_until = $later$put_off
             where id $among_ids""";

    private static final String REWRITE = """
            update $logs
               set action = :action, version = :version, data = :data, newest_id = :newest
             where id = :id""";

    private static final String SUPERSEDE = """
            update $logs
               set sync_status = 'completed', outcome = 'superseded', superseded_by = :head, completed_at = $now,
                   lease_token = null, lease_until = null, error_message = null
             where id = :id""";

    private final NamedParameterJdbcTemplate jdbc;
    private final Dialect dialect;
    private final Waits waits;
    private final Folding folding;
    private final Parking parking;
    private final String lease;
    private final String rewrite;
    private final String supersede;

    ClaimWork(NamedParameterJdbcTemplate jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        waits = new Waits(jdbc, dialect);
        folding = new Folding(waits);
        parking = new Parking(jdbc, dialect, waits);
        Sql sql = new Sql(dialect);
        lease = sql.of(LEASE);
        rewrite = sql.of(REWRITE);
        supersede = sql.of(SUPERSEDE);
    }

    /**
     * Takes entries; joins the thread's transaction.
     *
     * @param request says how many due entries are looked at
     * @param most how many are taken
     */
    Claim claim(ClaimRequest request, int most) {
        List<Long> due = waits.lockDue(request.system(), request.limit());
        if (due.isEmpty()) {
            return new Claim(List.of(), 0, false, false, false);
        }
        List<Waiting> looked = waits.look(due);
        List<Waiting> heads =
                looked.stream().filter(Waiting::isHead).limit(most).toList();
        List<Folded> taken = folding.fold(request, heads);
        List<LeasedEntry> entries = lease(request, taken);
        int folded = supersede(taken);
        int parked = parking.park(request, looked, taken);
        boolean more = due.size() == request.limit() && entries.size() + folded + parked > 0;
        return new Claim(entries, folded, false, false, more);
    }

    private List<LeasedEntry> lease(ClaimRequest request, List<Folded> taken) {
        if (taken.isEmpty()) {
            return List.of();
        }
        long token = ThreadLocalRandom.current().nextLong();
        List<Long> ids = taken.stream().map(fold -> fold.head().id()).toList();
        jdbc.update(
                lease,
                Waits.parameters("ids", dialect.many(ids))
                        .addValue("token", token)
                        .addValue("micros", Micros.of(request.lease())));
        Map<Long, String> states = newestStates(taken);
        List<LeasedEntry> entries = new ArrayList<>();
        List<SqlParameterSource> rewritten = new ArrayList<>();
        for (Folded fold : taken) {
            Follower newest = fold.newest();
            LeasedEntry entry = fold.leased(request.system(), token, newest == null ? null : states.get(newest.id()));
            entries.add(entry);
            if (newest != null) {
                rewritten.add(rewriting(entry));
            }
        }
        batch(rewrite, rewritten);
        return entries;
    }

    private Map<Long, String> newestStates(List<Folded> taken) {
        List<Long> newest = taken.stream()
                .map(Folded::newest)
                .filter(Objects::nonNull)
                .map(Follower::id)
                .toList();
        return newest.isEmpty() ? Map.of() : waits.data(newest);
    }

    private static SqlParameterSource rewriting(LeasedEntry entry) {
        return Waits.parameters("id", entry.id())
                .addValue("action", Codes.of(entry.action()))
                .addValue("version", entry.change().version())
                .addValue("data", entry.data())
                .addValue("newest", entry.sequence());
    }

    private int supersede(List<Folded> taken) {
        List<SqlParameterSource> superseded = new ArrayList<>();
        for (Folded fold : taken) {
            for (Follower follower : fold.followers()) {
                superseded.add(Waits.parameters("id", follower.id())
                        .addValue("head", fold.head().id()));
            }
        }
        batch(supersede, superseded);
        return superseded.size();
    }

    private void batch(String sql, List<SqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }
}
