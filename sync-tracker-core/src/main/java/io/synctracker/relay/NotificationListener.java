package io.synctracker.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds one connection and listens on it for what other processes have committed. Connects again for ever. */
final class NotificationListener implements Runnable {

    private static final Logger LOGGER = LoggerFactory.getLogger(NotificationListener.class);

    /** Short, so that a stop is quick; it costs the server nothing. */
    private static final int LISTEN_MILLIS = 250;

    /** A connection that is dead without a word is noticed after this time. */
    private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final int CHECK_SECONDS = 5;

    private final DataSource dataSource;
    private final String channel;
    private final String self;
    private final Consumer<Set<String>> woken;
    private final Outage outage = new Outage("Listening for other processes");
    private final Thread thread;
    private volatile boolean stopping;

    NotificationListener(DataSource dataSource, String channel, String self, Consumer<Set<String>> woken) {
        this.dataSource = dataSource;
        this.channel = channel;
        this.self = self;
        this.woken = woken;
        thread = new Thread(this, "sync-tracker-listen");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CHECK_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (!stopping) {
            try (Connection connection = dataSource.getConnection()) {
                if (!connection.isWrapperFor(PGConnection.class)) {
                    LOGGER.info(
                            "The data source hides the driver's connection; relays of other processes are not heard");
                    return;
                }
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (!stopping) {
                    LockSupport.parkNanos(this, outage.failed(e).toNanos());
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + channel);
            outage.over();
            long nextCheck = System.nanoTime() + CHECK_NANOS;
            while (!stopping) {
                hear(connection.unwrap(PGConnection.class).getNotifications(LISTEN_MILLIS));
                if (nextCheck - System.nanoTime() < 0) {
                    if (!connection.isValid(CHECK_SECONDS)) {
                        throw new SQLException("The connection that listens for other processes is dead");
                    }
                    nextCheck = System.nanoTime() + CHECK_NANOS;
                }
            }
            statement.execute("unlisten " + channel);
        }
    }

    private void hear(PGNotification[] notifications) {
        if (notifications == null) {
            return;
        }
        for (PGNotification notification : notifications) {
            String[] parts = notification.getParameter().split(":", 2);
            if (parts.length == 2 && !parts[0].equals(self)) {
                woken.accept(new HashSet<>(List.of(parts[1].split(",", -1))));
            }
        }
    }
}
