package io.synctracker.faults;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.outbox.Claim;
import io.synctracker.outbox.ClaimRequest;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.outbox.OutboxLeases;
import io.synctracker.outbox.Settlement;
import io.synctracker.store.Dialect;
import io.synctracker.store.ShortTransactions;
import io.synctracker.store.TableNames;
import io.synctracker.store.TrackedVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The library with one of its rules taken away, so that the suite can show that it would notice. */
final class Ablation {

    private static final String LOGS = TableNames.DEFAULT.logs();

    private Ablation() {}

    /** Takes one batch, so that what it has left to its lease is another relay's to take and not its own. */
    private abstract static class OneBatch extends WatchedLeases {

        private final AtomicBoolean taken = new AtomicBoolean();

        OneBatch(OutboxLeases leases, Hooks hooks) {
            super(leases, hooks);
        }

        @Override
        public Claim claim(ClaimRequest request) {
            if (taken.get()) {
                return new Claim(List.of(), 0, false, false, false);
            }
            Claim claim = super.claim(request);
            taken.set(!claim.entries().isEmpty());
            return claim;
        }
    }

    /** The relay believes in its leases for as long as it likes, and never asks. */
    static final class NoLookAtTheLease extends OneBatch {

        private final Duration granted;

        NoLookAtTheLease(OutboxLeases leases, Hooks hooks, Duration granted) {
            super(leases, hooks);
            this.granted = granted;
        }

        @Override
        public Claim claim(ClaimRequest request) {
            return super.claim(new ClaimRequest(
                    request.system(), request.limit(), granted, request.breakerFailures(), request.folds()));
        }

        @Override
        public Set<LeasedEntry> renew(Collection<LeasedEntry> entries, Duration lease) {
            return Set.copyOf(entries);
        }
    }

    /** The relay settles what it has held once, whoever holds it now. */
    static final class NoTokenAtSettle extends OneBatch {

        private final Hooks hooks;
        private final JdbcTemplate jdbc;

        NoTokenAtSettle(OutboxLeases leases, Hooks hooks, DataSource dataSource) {
            super(leases, hooks);
            this.hooks = hooks;
            jdbc = new JdbcTemplate(dataSource);
        }

        @Override
        public Set<LeasedEntry> settle(List<Settlement> settlements) {
            // Before the tokens are read, or they would be those of before a stop here.
            hooks.reached(Point.SETTLING);
            super.settle(settlements.stream().map(this::withTheTokenOfToday).toList());
            return settlements.stream().map(Settlement::entry).collect(Collectors.toSet());
        }

        private Settlement withTheTokenOfToday(Settlement settlement) {
            LeasedEntry entry = settlement.entry();
            Long token = jdbc.queryForObject(
                    "select coalesce(lease_token, 0) from " + LOGS + " where id = ?", Long.class, entry.id());
            LeasedEntry held = new LeasedEntry(
                    entry.id(),
                    Objects.requireNonNull(token),
                    entry.change(),
                    entry.system(),
                    entry.action(),
                    entry.unseen(),
                    entry.attempt(),
                    entry.sequence(),
                    entry.data(),
                    entry.traceParent(),
                    entry.createdAt(),
                    entry.age());
            return new Settlement(
                    held,
                    settlement.status(),
                    settlement.outcome(),
                    settlement.error(),
                    settlement.delay(),
                    settlement.attempted());
        }
    }

    /** The relay takes what is due, also if an earlier entry of the same entity is not through. */
    static final class NoHeadOfKey extends WatchedLeases {

        private final ShortTransactions transactions;
        private final JdbcTemplate jdbc;
        private final Dialect dialect;
        private final Hooks hooks;

        NoHeadOfKey(OutboxLeases leases, Hooks hooks, DataSource dataSource, Dialect dialect) {
            super(leases, hooks);
            this.hooks = hooks;
            this.dialect = dialect;
            transactions = new ShortTransactions(dataSource);
            jdbc = new JdbcTemplate(dataSource);
        }

        @Override
        public Claim claim(ClaimRequest request) {
            List<LeasedEntry> entries = transactions.call(() -> take(request));
            if (!entries.isEmpty()) {
                hooks.reached(Point.CLAIMED);
            }
            return new Claim(entries, 0, false, false, false);
        }

        private List<LeasedEntry> take(ClaimRequest request) {
            long token = ThreadLocalRandom.current().nextLong();
            List<LeasedEntry> entries = jdbc.query(
                    "select * from " + LOGS
                            + " where system_name = ? and sync_status = 'pending' and next_attempt_at <= "
                            + dialect.now() + " order by id limit 1 for update skip locked",
                    (row, number) -> entry(row, token),
                    request.system());
            long micros = request.lease().toNanos() / 1000;
            entries.forEach(entry -> jdbc.update(
                    "update " + LOGS + " set lease_token = ?, sync_attempts = sync_attempts + 1, lease_until = "
                            + dialect.nowPlusMicros() + ", next_attempt_at = " + dialect.nowPlusMicros()
                            + " where id = ?",
                    token,
                    micros,
                    micros,
                    entry.id()));
            return entries;
        }

        private LeasedEntry entry(ResultSet row, long token) throws SQLException {
            EntityRef entity = new EntityRef(row.getString("model_name"), row.getString("model_id"));
            return new LeasedEntry(
                    row.getLong("id"),
                    token,
                    new TrackedVersion(entity, row.getLong("incarnation"), row.getLong("version")),
                    row.getString("system_name"),
                    ChangeType.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                    false,
                    row.getInt("sync_attempts") + 1,
                    row.getLong("id"),
                    row.getString("data"),
                    null,
                    Objects.requireNonNull(dialect.instant(row, "created_at")),
                    Duration.ZERO);
        }
    }

    /** The entry has its number from before the entity was written, as from a pooled sequence. */
    static final class NumberedBefore implements Hooks {

        private long number;

        /** Draws the number that the entry of the next transaction is to have. */
        void draw(DataSource dataSource) throws SQLException {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into " + LOGS + " (model_name, model_id, incarnation, version, system_name, action)"
                                    + " values ('nobody', '0', 1, 1, 'nowhere', 'update')",
                            Statement.RETURN_GENERATED_KEYS)) {
                insert.executeUpdate();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    keys.next();
                    number = keys.getLong(1);
                }
            }
            new JdbcTemplate(dataSource).update("delete from " + LOGS + " where id = ?", number);
        }

        @Override
        public void reached(Point point) {}

        @Override
        public void committing(Connection connection) throws SQLException {
            if (number == 0) {
                return;
            }
            try (Statement statement = connection.createStatement()) {
                ResultSet last = statement.executeQuery("select max(id) from " + LOGS);
                last.next();
                statement.executeUpdate("update " + LOGS + " set id = " + number + " where id = " + last.getLong(1));
            }
            number = 0;
        }
    }
}
