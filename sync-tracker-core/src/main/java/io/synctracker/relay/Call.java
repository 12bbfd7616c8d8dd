package io.synctracker.relay;

import io.synctracker.target.DeliveryResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a target, from the queue to its end. Thread-safe: a lane runs it, its worker may give it up. */
final class Call {

    private enum State {
        WAITING,
        RUNNING,
        ENDED,
        GIVEN_UP
    }

    private final List<EntryDelivery> deliveries;
    private State state = State.WAITING;
    private @Nullable Thread runner;
    private long startedAt;
    private List<@Nullable DeliveryResult> answers = List.of();

    Call(List<EntryDelivery> deliveries) {
        this.deliveries = List.copyOf(deliveries);
    }

    List<EntryDelivery> deliveries() {
        return deliveries;
    }

    synchronized void begin(long now) {
        state = State.RUNNING;
        runner = Thread.currentThread();
        startedAt = now;
    }

    /** Ends the call, unless it was given up: then the lane that ran it is no longer one, and must end too. */
    synchronized boolean end(List<@Nullable DeliveryResult> results) {
        runner = null;
        // An interrupt that came after the target had returned must not hit the next call.
        Thread.interrupted();
        if (state == State.GIVEN_UP) {
            return false;
        }
        state = State.ENDED;
        answers = results;
        return true;
    }

    /** Interrupts the call and no longer waits for it; returns whether it was running. */
    synchronized boolean giveUp(HungCalls hung) {
        if (state != State.RUNNING || runner == null) {
            return false;
        }
        // Before the state, so that the lane's removal comes after it.
        hung.add(deliveries);
        state = State.GIVEN_UP;
        runner.interrupt();
        return true;
    }

    /** Asks the target to come to an end; what it answers still counts. */
    synchronized void interrupt() {
        if (runner != null) {
            runner.interrupt();
        }
    }

    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    synchronized boolean hasEnded() {
        return state == State.ENDED;
    }

    /** Returns how long it has run; of no meaning before it began. */
    synchronized long runningFor(long now) {
        return now - startedAt;
    }

    /** Returns one answer for each delivery, in their order; {@code null} where the target gave none. */
    synchronized List<@Nullable DeliveryResult> answers() {
        return answers;
    }
}
