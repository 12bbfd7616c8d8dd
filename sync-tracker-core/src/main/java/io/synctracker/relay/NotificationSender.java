package io.synctracker.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the relays of other processes that entries were committed: after the commit, on a connection of its own, and for
 * all commits of a moment at once. A notification inside the business transaction would take a lock that is one for the
 * whole database, and hold it through the commit. Thread-safe.
 */
final class NotificationSender {

    private static final Logger LOGGER = LoggerFactory.getLogger(NotificationSender.class);

    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(15);
    private static final long IDLE_SECONDS = 10;

    /** PostgreSQL takes 8000 bytes. */
    private static final int MAX_PAYLOAD = 7900;

    private final DataSource dataSource;
    private final String channel;
    private final String self;
    private final ScheduledThreadPoolExecutor executor;
    private final Set<String> pending = new TreeSet<>();
    private final Pace pace = new Pace(MOMENT_NANOS);

    NotificationSender(DataSource dataSource, String channel, String self) {
        this.dataSource = dataSource;
        this.channel = channel;
        this.self = self;
        executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "sync-tracker-notify");
            thread.setDaemon(true);
            return thread;
        });
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void send(Set<String> systems) {
        synchronized (pending) {
            if (pending.isEmpty()) {
                schedule();
            }
            pending.addAll(systems);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // notifyOthers answers for its own failures
    private void schedule() {
        try {
            executor.schedule(this::notifyOthers, pace.plan(System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("Others are not woken any more, since this relay is closed");
        }
    }

    private void notifyOthers() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            statement.setString(1, channel);
            statement.setString(2, payload());
            statement.execute();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException | RuntimeException e) {
            LOGGER.debug("Cannot wake the relays of other processes; they poll", e);
            takePending();
        }
    }

    private String payload() {
        String systems = String.join(",", takePending());
        return self + ":" + (systems.length() + self.length() < MAX_PAYLOAD ? systems : Signals.ALL);
    }

    private Set<String> takePending() {
        synchronized (pending) {
            Set<String> taken = new TreeSet<>(pending);
            pending.clear();
            return taken;
        }
    }

    void close() {
        executor.shutdown();
    }
}
