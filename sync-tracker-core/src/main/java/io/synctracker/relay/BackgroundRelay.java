package io.synctracker.relay;

import static java.util.Objects.requireNonNull;

import io.synctracker.target.SyncTarget;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The relay: one loop for each target, so that a target that is down holds up no other, and the signals to them. */
final class BackgroundRelay implements Relay {

    private static final Duration TO_SETTLE = Duration.ofSeconds(5);

    private final Targets targets;
    private final RelaySettings settings;
    private final Shared shared;
    private final Signals signals;
    private final @Nullable ExecutorService ownCalls;
    private final Map<String, RateLimit> rateLimits = new LinkedHashMap<>();
    private volatile Map<String, TargetLoop> loops = Map.of();
    private volatile boolean running;

    BackgroundRelay(
            RelayStore store, RelayEntities entities, Targets targets, RelaySettings settings, RelayHooks hooks) {
        this.targets = targets;
        this.settings = settings;
        Executor given = hooks.calls();
        ExecutorService own = given == null ? Executors.newCachedThreadPool(callThreads()) : null;
        Executor calls = given == null ? requireNonNull(own) : given;
        ownCalls = own;
        shared = Shared.of(store, entities, settings, hooks, calls);
        signals = new Signals(store, settings, this::wakeAll);
        for (String system : targets.names()) {
            rateLimits.put(system, new RateLimit(settings.of(system).callsPerSecond(), System::nanoTime));
        }
    }

    private RateLimit rateLimit(String system) {
        return requireNonNull(rateLimits.get(system), system);
    }

    private static ThreadFactory callThreads() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "sync-tracker-call-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        Map<String, TargetLoop> started = new LinkedHashMap<>();
        for (String system : targets.names()) {
            started.put(system, new TargetLoop(target(system), shared, rateLimit(system)));
        }
        loops = started;
        started.values().forEach(TargetLoop::start);
        signals.listen();
    }

    @Override
    public synchronized void stop() {
        List<TargetLoop> stopping = List.copyOf(loops.values());
        loops = Map.of();
        running = false;
        stopping.forEach(TargetLoop::beginToStop);
        signals.stopListening();
        long end =
                System.nanoTime() + settings.shutdownTimeout().plus(TO_SETTLE).toNanos();
        stopping.forEach(loop -> loop.join(Duration.ofNanos(end - System.nanoTime())));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void wake(String system) {
        TargetLoop loop = loops.get(system);
        if (loop != null) {
            loop.ring();
        }
    }

    private void wakeAll(Set<String> systems) {
        (systems.contains(Signals.ALL) ? loops.keySet() : systems).forEach(this::wake);
    }

    @Override
    public void committed(Set<String> systems) {
        Set<String> forOthers = new LinkedHashSet<>();
        for (String system : systems) {
            TargetLoop loop = loops.get(system);
            if (loop != null) {
                loop.ring();
            }
            // Nobody else need wake for what is taken here at once.
            if (loop == null || !loop.hasRoom()) {
                forOthers.add(system);
            }
        }
        signals.send(forOthers);
    }

    @Override
    public int runOnce() {
        int settled = 0;
        for (String system : targets.names()) {
            TargetWorker worker = new TargetWorker(target(system), shared, rateLimit(system));
            worker.claim();
            while (worker.hasWork()) {
                worker.step(Long.MAX_VALUE);
            }
            settled += worker.settled();
            if (worker.wasInterrupted()) {
                Thread.currentThread().interrupt();
            }
        }
        return settled;
    }

    private SyncTarget target(String system) {
        return targets.find(system).orElseThrow();
    }

    @Override
    public void close() {
        stop();
        signals.close();
        if (ownCalls != null) {
            ownCalls.shutdown();
        }
    }
}
