package io.synctracker.outbox;

import io.synctracker.store.Dialect;
import io.synctracker.store.ShortTransactions;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The row of each target: whether a person has paused it, and whether it answers. A target without a row is well. */
final class Gates {

    private static final Duration LONGEST_WISH = Duration.ofHours(24);

    private static final String READ = """
            select system_name, paused_at, paused_note, failures, openings, open_until,
                   case when open_until > $now then 1 else 0 end as is_open
              from $targets""";

    private static final String PROBE = """
            update $targets set open_until = $later where system_name = :system and open_until <= $now""";

    private static final String GIVE_BACK_PROBE = "update $targets set open_until = $now where system_name = :system";

    private static final String FAILED = """
            update $targets set failures = :failures, openings = :openings where system_name = :system""";

    private static final String OPEN = """
            update $targets set failures = :failures, openings = :openings, open_until = $later
             where system_name = :system""";

    private static final String RECOVERED = """
            update $targets set failures = 0, openings = 0, open_until = null where system_name = :system""";

    private static final String PAUSE = """
            update $targets set paused_at = $now, paused_note = :note where system_name = :system""";

    private static final String RESUME = """
            update $targets
               set paused_at = null, paused_note = null, failures = 0, openings = 0, open_until = null
             where system_name = :system""";

    private static final String ADD = "insert into $targets (system_name) values (:system)";

    private final NamedParameterJdbcTemplate jdbc;
    private final Dialect dialect;
    private final ShortTransactions transactions;
    private final Sql sql;

    Gates(NamedParameterJdbcTemplate jdbc, Dialect dialect, ShortTransactions transactions) {
        this.jdbc = jdbc;
        this.dialect = dialect;
        this.transactions = transactions;
        this.sql = new Sql(dialect);
    }

    Gate look(String system) {
        return read(system, "");
    }

    private Gate read(String system, String lock) {
        List<Gate> rows = jdbc.query(
                sql.of(READ) + " where system_name = :system" + lock,
                Waits.parameters("system", system),
                (row, number) -> Gate.read(dialect, row));
        return rows.isEmpty() ? Gate.well(system) : rows.get(0);
    }

    List<Gate> all() {
        return jdbc.query(sql.of(READ), (row, number) -> Gate.read(dialect, row));
    }

    /** Returns whether the caller is the one who may try the target; joins the thread's transaction. */
    boolean winProbe(String system, Duration lease) {
        return update(PROBE, Waits.parameters("system", system).addValue("micros", Micros.of(lease))) == 1;
    }

    /** Lets the next one try the target; joins the thread's transaction. */
    void giveBackProbe(String system) {
        update(GIVE_BACK_PROBE, Waits.parameters("system", system));
    }

    /**
     * Notes how a target has answered.
     *
     * @return whether more calls may be made now
     */
    boolean answered(Answers answers) {
        return insist(() -> {
            Gate gate = read(answers.system(), " for update");
            if (answers.alive()) {
                if (gate.hasFailed()) {
                    update(RECOVERED, Waits.parameters("system", answers.system()));
                }
                return gate.pausedAt() == null;
            }
            return note(gate, answers);
        });
    }

    private boolean note(Gate gate, Answers answers) {
        int failures = gate.failures() + answers.deferred();
        Duration opening = opening(gate, answers, failures);
        MapSqlParameterSource parameters = Waits.parameters("system", answers.system())
                .addValue("failures", failures)
                .addValue("openings", gate.openings());
        if (opening == null) {
            if (answers.deferred() > 0) {
                upsert(FAILED, parameters);
            }
            return !gate.letsNobodyThrough();
        }
        boolean counts = answers.deferred() > 0 && failures >= answers.breakerFailures();
        parameters.addValue("openings", gate.openings() + (counts ? 1 : 0)).addValue("micros", Micros.of(opening));
        upsert(OPEN, parameters);
        return opening.isZero() && gate.pausedAt() == null;
    }

    /** Returns for how long to open the circuit from now on, or {@code null} to leave it as it is. */
    private static @Nullable Duration opening(Gate gate, Answers answers, int failures) {
        if (answers.deferred() == 0) {
            // The one entry that was to try the target needed no call: the next one shall try.
            return answers.probe() ? Duration.ZERO : null;
        }
        if (gate.open() && !answers.probe()) {
            return null;
        }
        if (failures < answers.breakerFailures()) {
            Duration pause = shorter(answers.retryAfter(), answers.longestPause());
            return pause.isZero() ? null : pause;
        }
        Duration usual = answers.openFor().apply(gate.openings() + 1);
        Duration wish = shorter(answers.retryAfter(), LONGEST_WISH);
        return wish.compareTo(usual) > 0 ? wish : usual;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    void pause(String system, String note) {
        insist(() -> upsert(PAUSE, Waits.parameters("system", system).addValue("note", note)));
    }

    void resume(String system) {
        insist(() -> update(RESUME, Waits.parameters("system", system)));
    }

    /** Runs a change again if another process has added the row at the same moment. */
    private <R> R insist(Supplier<R> change) {
        try {
            return transactions.call(change);
        } catch (DuplicateKeyException e) {
            return transactions.call(change);
        }
    }

    private int upsert(String text, MapSqlParameterSource parameters) {
        int changed = update(text, parameters);
        if (changed == 0) {
            update(ADD, parameters);
            changed = update(text, parameters);
        }
        return changed;
    }

    private int update(String text, MapSqlParameterSource parameters) {
        return jdbc.update(sql.of(text), parameters);
    }
}
