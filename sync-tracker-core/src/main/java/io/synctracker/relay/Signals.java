package io.synctracker.relay;

import io.synctracker.store.Dialect;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Wakes the relays of other processes, and is woken by them, where the database can do it. */
final class Signals {

    /** Stands for every target, where their names are too many for one message. */
    static final String ALL = "*";

    private static final int MAX_IDENTIFIER = 63;

    private final @Nullable NotificationSender sender;
    private final RelayStore store;
    private final String channel;
    private final String self = UUID.randomUUID().toString();
    private final Consumer<Set<String>> woken;
    private @Nullable NotificationListener listener;

    Signals(RelayStore store, RelaySettings settings, Consumer<Set<String>> woken) {
        this.store = store;
        this.woken = woken;
        this.channel = channel(store.dialect());
        boolean possible = settings.wakeOthers()
                && store.dialect().canNotify()
                && ClassUtils.isPresent("org.postgresql.PGConnection", Signals.class.getClassLoader());
        this.sender = possible ? new NotificationSender(store.dataSource(), channel, self) : null;
    }

    /** One channel for each log, so that two applications in one database do not wake each other. */
    private static String channel(Dialect dialect) {
        String name = "wake_" + dialect.tables().logs().toLowerCase(Locale.ROOT).replace('.', '_');
        return name.substring(0, Math.min(name.length(), MAX_IDENTIFIER));
    }

    void send(Set<String> systems) {
        if (sender != null && !systems.isEmpty()) {
            sender.send(systems);
        }
    }

    void listen() {
        if (sender != null) {
            listener = new NotificationListener(store.dataSource(), channel, self, woken);
            listener.start();
        }
    }

    void stopListening() {
        if (listener != null) {
            listener.close();
            listener = null;
        }
    }

    void close() {
        if (sender != null) {
            sender.close();
        }
    }
}
