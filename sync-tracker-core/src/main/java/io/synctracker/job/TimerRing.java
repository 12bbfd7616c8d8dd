package io.synctracker.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings the timers' owner, and asks it for the next time. */
final class TimerRing {

    private static final Logger LOGGER = LoggerFactory.getLogger(TimerRing.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final Workshop workshop;
    private final Supplier<Optional<JobTimerOwner>> owner;

    TimerRing(Workshop workshop, Supplier<Optional<JobTimerOwner>> owner) {
        this.workshop = workshop;
        this.owner = owner;
    }

    /** Rings a timer; returns whether its owner has answered. */
    boolean ring(long id) {
        try {
            Optional<JobTimerOwner> found = owner.get();
            found.ifPresent(answering -> answering.ring(id));
            return found.isPresent();
        } catch (RuntimeException e) {
            LOGGER.warn("Timer {} has rung, and its owner failed; it rings again in {}", id, AFTER_FAILURE, e);
            return false;
        }
    }

    /** Returns when a timer rings next. */
    Next next(long id, boolean answered) {
        if (!answered) {
            return Next.at(workshop.now().plus(AFTER_FAILURE));
        }
        try {
            return ask(id).map(Next::at).orElse(Next.NEVER);
        } catch (RuntimeException e) {
            LOGGER.warn("Timer {} has rung, and its owner does not say when next", id, e);
            return Next.at(workshop.now().plus(AFTER_FAILURE));
        }
    }

    /** Sets a timer once more if its owner has changed its mind while the alarm was written. */
    void correct(long id, Next written) {
        Instant at = written.at();
        Optional<Instant> now = ask(id);
        if (now.isPresent() && (at == null || now.get().isBefore(at))) {
            Instant sooner = now.get();
            workshop.shortTransactions().run(() -> workshop.alarms().setTimer(id, sooner));
        } else if (now.isEmpty() && at != null) {
            workshop.shortTransactions().run(() -> workshop.alarms().removeTimer(id));
        }
    }

    private Optional<Instant> ask(long id) {
        return owner.get().flatMap(answering -> answering.next(id)).map(Objects::requireNonNull);
    }
}
