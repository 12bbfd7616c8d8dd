package io.synctracker.relay;

import io.synctracker.outbox.Answers;
import io.synctracker.outbox.Claim;
import io.synctracker.outbox.OutboxLeases;
import java.time.Duration;
import java.util.List;

/** Settles what came of a worker's calls, and notes what that says about the target. */
final class Outcomes {

    private final String system;
    private final BreakerPolicy breaker;
    private final OutboxLeases leases;
    private final Settler settler;
    private final RelayListener listeners;

    /** Whether the target was given a single entry, to find out if it answers again. */
    private boolean probing;

    /** Whether a success is news. */
    private boolean failing;

    private boolean woken;
    private int settled;

    Outcomes(String system, BreakerPolicy breaker, Shared shared) {
        this.system = system;
        this.breaker = breaker;
        this.leases = shared.leases();
        this.listeners = shared.listeners();
        this.settler = new Settler(
                system, shared.transactions(), leases, shared.links(), shared.listeners(), shared.announcer());
    }

    void claimed(Claim claim) {
        listeners.folded(system, claim.folded());
        probing |= claim.probe();
        // A batch that was taken ahead may know less than what was settled in the meantime.
        failing |= claim.failing();
    }

    boolean isProbing() {
        return probing;
    }

    /** Returns whether something that waited behind settled entries can be taken, since this was last asked. */
    boolean takeWoken() {
        boolean result = woken;
        woken = false;
        return result;
    }

    /** Returns how many entries were settled, without those that were given back. */
    int settled() {
        return settled;
    }

    /**
     * Settles results; those that are through are taken out of the list.
     *
     * @return whether more calls may be made now
     */
    boolean settle(List<Result> done) {
        Settler.Settled written = settler.settle(done);
        woken |= written.woken() > 0;
        settled += (int) written.results().stream()
                .filter(result -> result.outcome() != DeliveryOutcome.RELEASED)
                .count();
        return note(written.results());
    }

    private boolean note(List<Result> results) {
        int deferred = count(results, Result.Answer.DEFERRED);
        boolean alive = count(results, Result.Answer.ALIVE) > 0;
        boolean probe = probing;
        if (deferred == 0 && !probe && !(alive && failing)) {
            return true;
        }
        probing = false;
        failing = !alive;
        return leases.answered(new Answers(
                system,
                deferred,
                alive,
                probe,
                longestWish(results),
                breaker.failures(),
                breaker::openFor,
                breaker.maxInterval()));
    }

    private static int count(List<Result> results, Result.Answer answer) {
        return (int)
                results.stream().filter(result -> result.answer() == answer).count();
    }

    private static Duration longestWish(List<Result> results) {
        return results.stream().map(Result::retryAfter).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
