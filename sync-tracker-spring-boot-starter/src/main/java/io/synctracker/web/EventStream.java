package io.synctracker.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams changes to all who listen, and looks for them only while somebody does. Ends every stream before the web server
 * stops, which would wait for them in vain. Thread-safe.
 */
final class EventStream implements SmartLifecycle {

    private static final Logger LOGGER = LoggerFactory.getLogger(EventStream.class);
    private static final Map<String, String> LATER = Map.of("Retry-After", "10");

    private final Changes changes;
    private final EntryChanges entries;
    private final WebProperties.Events settings;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();
    private @Nullable Threads threads;
    private @Nullable ScheduledFuture<?> looking;
    private boolean failing;

    EventStream(Changes changes, EntryChanges entries, WebProperties.Events settings) {
        this.changes = changes;
        this.entries = entries;
        this.settings = settings;
    }

    /** The thread that looks, and those that send. */
    private record Threads(ScheduledExecutorService looker, ThreadPoolExecutor senders) {

        static Threads start(int maxListeners) {
            CustomizableThreadFactory looker = new CustomizableThreadFactory("sync-tracker-events-");
            looker.setDaemon(true);
            CustomizableThreadFactory sender = new CustomizableThreadFactory("sync-tracker-event-sender-");
            sender.setDaemon(true);
            return new Threads(
                    Executors.newSingleThreadScheduledExecutor(looker),
                    new ThreadPoolExecutor(0, maxListeners, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), sender));
        }
    }

    /**
     * Begins to stream.
     *
     * @param lastSeenMillis the id of the last event that the listener had, or {@code null}
     * @throws ProblemException if there are too many listeners, or the application is going down
     */
    SseEmitter open(@Nullable Long lastSeenMillis) {
        SseEmitter emitter = new SseEmitter(0L);
        synchronized (lock) {
            if (threads == null) {
                throw new ProblemException(ProblemKind.UNAVAILABLE, "The application is going down.", LATER);
            }
            if (listeners.size() >= settings.maxListeners()) {
                throw new ProblemException(
                        ProblemKind.UNAVAILABLE,
                        "There are " + listeners.size() + " listeners, which is the limit. Ask for runs instead.",
                        LATER);
            }
            List<StreamEvent> first = changes.since(lastSeenMillis);
            Listener listener = new Listener(emitter, threads.senders());
            Runnable gone = () -> remove(listener);
            emitter.onCompletion(gone);
            emitter.onTimeout(gone);
            emitter.onError(error -> gone.run());
            if (looking == null) {
                changes.begin();
                entries.begin();
                looking = look(threads.looker());
            }
            listeners.add(listener);
            listener.beat();
            listener.offer(first);
        }
        return emitter;
    }

    private ScheduledFuture<?> look(ScheduledExecutorService looker) {
        long period = settings.pollInterval().toMillis();
        long beats = Math.max(1, settings.heartbeat().toMillis() / period);
        Supplier<Boolean> beat = new Supplier<>() {
            private long looks;

            @Override
            public Boolean get() {
                return ++looks % beats == 0;
            }
        };
        return looker.scheduleWithFixedDelay(() -> tick(beat.get()), period, period, TimeUnit.MILLISECONDS);
    }

    private void tick(boolean beat) {
        synchronized (lock) {
            List<StreamEvent> events = changes();
            for (Listener listener : listeners) {
                listener.offer(events);
                if (beat) {
                    listener.beat();
                }
            }
        }
    }

    /** A database that does not answer ends no stream; it is said once. */
    private List<StreamEvent> changes() {
        try {
            List<StreamEvent> events = new ArrayList<>(changes.next());
            events.addAll(entries.next());
            failing = false;
            return events;
        } catch (RuntimeException e) {
            if (!failing) {
                LOGGER.warn("Cannot look for changes; listeners are told nothing until this works again", e);
            }
            failing = true;
            return List.of();
        }
    }

    private void remove(Listener listener) {
        synchronized (lock) {
            listeners.remove(listener);
            if (listeners.isEmpty() && looking != null) {
                looking.cancel(false);
                looking = null;
            }
        }
    }

    /** Returns how many listen. */
    int listeners() {
        return listeners.size();
    }

    /** Returns whether it is looking for changes. */
    boolean isLooking() {
        synchronized (lock) {
            return looking != null;
        }
    }

    @Override
    public void start() {
        synchronized (lock) {
            if (threads == null) {
                threads = Threads.start(settings.maxListeners());
            }
        }
    }

    @Override
    public void stop() {
        Threads stopping;
        List<Listener> ending;
        synchronized (lock) {
            stopping = threads;
            threads = null;
            ending = List.copyOf(listeners);
        }
        if (stopping != null) {
            stopping.looker().shutdownNow();
            // On its own thread each: one that is slow to take what was sent must not hold up the shutdown.
            ending.forEach(Listener::end);
            stopping.senders().shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        synchronized (lock) {
            return threads != null;
        }
    }

    /** First to be stopped: the web server's graceful shutdown comes later and waits for every open request. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
