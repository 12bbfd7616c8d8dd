package io.synctracker.relay;

import io.synctracker.target.DeliveryResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs the calls of one worker, so many at a time. A lane takes the next call as soon as one has ended, so that calls go
 * on while the worker writes what has come of others. All methods are for the worker's thread, but {@link #ring()} and {@link #nudge()}.
 */
final class Lanes {

    private static final long SLICE = TimeUnit.MICROSECONDS.toNanos(200);

    /** For so long at most are calls gathered that have come back, while others wait for their turn. */
    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(10);

    /** For so long at most if none waits, since a lane that is free then gets its next call from the worker. */
    private static final long LAST_GATHERING = TimeUnit.MILLISECONDS.toNanos(2);

    private final int concurrency;
    private final Executor executor;
    private final Invoker invoker;
    private final Consumer<Duration> times;
    private final HungCalls hung;

    /** Asked right before a call; one that may not begin comes back as it is. */
    private final Predicate<Call> mayBegin;

    /** Told each answer as it comes, on the lane's thread. */
    private final Consumer<List<@Nullable DeliveryResult>> answered;

    private final ConcurrentLinkedQueue<Call> waiting = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Optional<Call>> mail = new LinkedBlockingQueue<>();
    private final AtomicInteger lanes = new AtomicInteger();
    private final AtomicBoolean rung = new AtomicBoolean();
    private final Set<Call> open = new LinkedHashSet<>();
    private boolean interrupted;

    Lanes(
            int concurrency,
            Executor executor,
            Invoker invoker,
            Consumer<Duration> times,
            HungCalls hung,
            Predicate<Call> mayBegin,
            Consumer<List<@Nullable DeliveryResult>> answered) {
        this.concurrency = concurrency;
        this.executor = executor;
        this.invoker = invoker;
        this.times = times;
        this.hung = hung;
        this.mayBegin = mayBegin;
        this.answered = answered;
    }

    /** Has a call made. */
    void submit(Call call) {
        open.add(call);
        waiting.add(call);
        openLane();
    }

    private void openLane() {
        if (enter()) {
            try {
                executor.execute(this::run);
            } catch (RejectedExecutionException e) {
                lanes.decrementAndGet();
                throw e;
            }
        }
    }

    private boolean enter() {
        return lanes.getAndUpdate(count -> Math.min(count + 1, concurrency)) < concurrency;
    }

    private void run() {
        while (true) {
            Call call = waiting.poll();
            if (call == null) {
                lanes.decrementAndGet();
                // A call may have come in after the look and before the way out.
                if (waiting.isEmpty() || !enter()) {
                    return;
                }
            } else if (!mayBegin.test(call)) {
                mail.add(Optional.of(call));
            } else if (!run(call)) {
                return;
            }
        }
    }

    /** Makes a call; returns whether this is still a lane afterwards, and not one that was given up. */
    private boolean run(Call call) {
        call.begin(System.nanoTime());
        List<@Nullable DeliveryResult> answers = invoker.invoke(call.deliveries());
        long nanos = call.runningFor(System.nanoTime());
        if (!call.end(answers)) {
            hung.remove(call.deliveries());
            return false;
        }
        answered.accept(answers);
        times.accept(Duration.ofNanos(nanos));
        mail.add(Optional.of(call));
        return true;
    }

    /** Lets the worker go on, if it waits in {@link #await(long)}. Thread-safe. */
    void ring() {
        if (rung.compareAndSet(false, true)) {
            mail.add(Optional.empty());
        }
    }

    /** Ends a wait in {@link #await(long)} without having rung. Thread-safe. */
    void nudge() {
        mail.add(Optional.empty());
    }

    /** Returns whether somebody has rung since this was last asked. */
    boolean wasRung() {
        return rung.getAndSet(false);
    }

    /**
     * Waits for calls to come back.
     *
     * @param nanos how long at most
     * @return those that have ended, and those that could not begin; none if somebody rang, or the time is over
     */
    List<Call> await(long nanos) {
        List<Call> back = new ArrayList<>();
        receive(nanos, back);
        long begun = System.nanoTime();
        while (!back.isEmpty()
                && !open.isEmpty()
                && System.nanoTime() - begun < (waiting.isEmpty() ? LAST_GATHERING : GATHERING)) {
            int before = back.size();
            LockSupport.parkNanos(this, SLICE);
            receive(0, back);
            // A settlement costs much the same for one call as for many. While others wait for their turn, the lanes
            // are busy without this thread; if none does, a call that takes longer than a slice is not waited for.
            if (back.size() == before && waiting.isEmpty()) {
                break;
            }
        }
        return back;
    }

    /** Waits for a letter, and opens it with those that lie behind it. */
    private void receive(long nanos, List<Call> back) {
        for (Optional<Call> letter = poll(nanos); letter != null; letter = mail.poll()) {
            letter.ifPresent(call -> {
                // One that was given up in the meantime has been answered for.
                if (open.remove(call)) {
                    back.add(call);
                }
            });
        }
    }

    @SuppressWarnings("NullableOptional") // no letter at all is something else than a letter without a call
    private @Nullable Optional<Call> poll(long nanos) {
        try {
            return mail.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
            return mail.poll();
        }
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    /** Gives up the calls that have run for longer than a time; returns them. */
    List<Call> giveUp(Duration limit) {
        long now = System.nanoTime();
        List<Call> late = new ArrayList<>();
        for (Call call : List.copyOf(open)) {
            if (call.isRunning() && call.runningFor(now) >= limit.toNanos() && call.giveUp(hung)) {
                open.remove(call);
                late.add(call);
                times.accept(limit);
                lanes.decrementAndGet();
            }
        }
        if (!late.isEmpty() && !waiting.isEmpty()) {
            openLane();
        }
        return late;
    }

    /** Interrupts the calls that run. */
    void interrupt() {
        open.forEach(Call::interrupt);
    }

    /** Takes back the calls that have not begun. */
    List<Call> withdraw() {
        List<Call> back = new ArrayList<>();
        for (Call call = waiting.poll(); call != null; call = waiting.poll()) {
            open.remove(call);
            back.add(call);
        }
        return back;
    }

    /** Returns how many deliveries the calls have that have not come back. */
    int openDeliveries() {
        int deliveries = 0;
        for (Call call : open) {
            deliveries += call.deliveries().size();
        }
        return deliveries;
    }

    /** Returns the calls that have not come back. */
    Set<Call> open() {
        return open;
    }

    /** Returns in how many nanoseconds the first running call reaches a limit. */
    long untilFirst(Duration limit) {
        long now = System.nanoTime();
        return open.stream()
                .filter(Call::isRunning)
                .mapToLong(call -> limit.toNanos() - call.runningFor(now))
                .min()
                .orElse(limit.toNanos());
    }
}
