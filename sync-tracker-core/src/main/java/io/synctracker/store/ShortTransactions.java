package io.synctracker.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Short transactions of the library's own at READ COMMITTED, whatever the host's are and whichever transaction the
 * thread is in. Work that the database gave up for another's sake runs again, so it must be repeatable. Thread-safe.
 */
public final class ShortTransactions {

    private static final int TRIES = 6;
    private static final Set<String> LOST_A_RACE = Set.of("40001", "40P01", "90131", "HYT00");
    private static final int MYSQL_LOCK_WAIT_TIMEOUT = 1205;

    private final DataSource dataSource;
    private final TransactionTemplate readCommitted;
    private final TransactionTemplate asTheyCome;

    /** {@code null} until it is known how connections come. */
    private volatile @Nullable TransactionTemplate template;

    /**
     * Prepares transactions; no connection is taken yet.
     *
     * @param dataSource the database
     */
    public ShortTransactions(DataSource dataSource) {
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        // The manager looks behind a proxy that hands out the connection of the running transaction.
        this.dataSource = Objects.requireNonNull(manager.getDataSource());
        readCommitted = template(manager, TransactionDefinition.ISOLATION_READ_COMMITTED);
        asTheyCome = template(manager, TransactionDefinition.ISOLATION_DEFAULT);
    }

    private static TransactionTemplate template(JdbcTransactionManager manager, int isolation) {
        TransactionTemplate template = new TransactionTemplate(manager);
        template.setIsolationLevel(isolation);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }

    /** Asking a connection for its isolation is a round trip, so it is done once and not for each transaction. */
    private TransactionTemplate template() {
        TransactionTemplate known = template;
        if (known != null) {
            return known;
        }
        try (Connection connection = dataSource.getConnection()) {
            int isolation = connection.getTransactionIsolation();
            TransactionTemplate fitting =
                    isolation == Connection.TRANSACTION_READ_COMMITTED ? asTheyCome : readCommitted;
            template = fitting;
            return fitting;
        } catch (SQLException e) {
            return readCommitted; // fails as well, and says it in Spring's words
        }
    }

    /**
     * Runs work in a transaction that is committed when this returns.
     *
     * @param <R> what it returns
     * @param work what to do; Spring's JDBC classes over the same data source join in
     * @return what the work returned
     * @throws RuntimeException what the work threw, after a rollback; for a lost race, after several tries
     */
    public <R extends @Nullable Object> R call(Supplier<R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (ConcurrencyFailureException e) {
                pauseOrThrow(attempt, e);
            } catch (RuntimeException e) {
                if (!lostARace(e)) {
                    throw e;
                }
                pauseOrThrow(attempt, e);
            }
        }
    }

    @SuppressWarnings("NullAway") // the template hands through what the work returns
    private <R extends @Nullable Object> R once(Supplier<R> work) {
        return template().execute(status -> work.get());
    }

    /**
     * Runs work that returns nothing.
     *
     * @param work what to do
     * @throws RuntimeException as {@link #call(Supplier)}
     */
    public void run(Runnable work) {
        this.<@Nullable Object>call(() -> {
            work.run();
            return null;
        });
    }

    private static void pauseOrThrow(int attempt, RuntimeException failure) {
        if (attempt == TRIES) {
            throw failure;
        }
        // A pause of random length, or the same two would meet again.
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, 8L << attempt)));
    }

    private static boolean lostARace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (LOST_A_RACE.contains(String.valueOf(sql.getSQLState()))
                            || sql.getErrorCode() == MYSQL_LOCK_WAIT_TIMEOUT)) {
                return true;
            }
        }
        return false;
    }
}
