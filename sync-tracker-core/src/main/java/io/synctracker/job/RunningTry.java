package io.synctracker.job;

import io.synctracker.SyncTrackerException;
import io.synctracker.job.JobStoppedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A try under way, as its job sees it. Its number is its fencing token: what another try has taken over it cannot write. */
final class RunningTry implements JobContext {

    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
    private static final int LONGEST_NAME = 100;

    private final Workshop workshop;
    private final JobRun run;
    private final Map<String, @Nullable Object> payload;
    private final BooleanSupplier goingDown;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, String> positions = new LinkedHashMap<>();
    private long done;
    private @Nullable Long total;
    private Progress stored;
    private volatile Progress committed;
    private Instant written;
    private volatile @Nullable Reason stop;

    RunningTry(
            Workshop workshop,
            JobRun run,
            Map<String, @Nullable Object> payload,
            Progress progress,
            BooleanSupplier goingDown) {
        this.workshop = workshop;
        this.run = run;
        this.payload = Collections.unmodifiableMap(payload);
        this.goingDown = goingDown;
        stored = progress;
        committed = progress;
        written = Instant.EPOCH;
        returnTo(progress);
    }

    private void returnTo(Progress progress) {
        stored = progress;
        done = progress.done();
        total = progress.total();
        counts.clear();
        counts.putAll(progress.counts());
        positions.clear();
        positions.putAll(progress.positions());
    }

    /** Returns how far the job says that it is. For the thread that runs it, and for others after it has ended. */
    Progress current() {
        return new Progress(done, total, counts, positions);
    }

    /** Returns whether it has confirmed that more is done than when it began. For any thread. */
    boolean gotFurther() {
        return committed.done() > run.done();
    }

    /** Stops the try at its next step. For any thread. */
    void stop(Reason reason) {
        stop = reason;
    }

    @Override
    public JobRun run() {
        return run;
    }

    @Override
    public Map<String, @Nullable Object> payload() {
        return payload;
    }

    @Override
    public int attempt() {
        return run.attempts();
    }

    @Override
    public void proceed() {
        stopIfAsked();
        // In a transaction that has confirmed, a write from outside of it would wait for itself.
        if (workshop.transactions().isActive() || workshop.now().isBefore(written.plus(BETWEEN_WRITES))) {
            return;
        }
        written = workshop.now();
        Progress now = current().withPositionsOf(stored);
        Optional<String> cancelled = workshop.shortTransactions().call(() -> {
            fence(workshop.states().progress(run.id(), attempt(), now));
            return workshop.states().stopRequest(run.id());
        });
        stored = now;
        committed = now;
        if (cancelled.isPresent()) {
            throw stopped(Reason.CANCELLED);
        }
    }

    private void stopIfAsked() {
        Reason reason = stop;
        if (reason != null) {
            throw stopped(reason);
        }
        if (goingDown.getAsBoolean()) {
            throw stopped(Reason.SHUTTING_DOWN);
        }
    }

    private JobStoppedException stopped(Reason reason) {
        String what = switch (reason) {
            case CANCELLED -> "was cancelled";
            case TIMED_OUT -> "has taken too long";
            case SHUTTING_DOWN -> "goes on elsewhere, for this process is going down";
            case TAKEN_OVER -> "is another process's by now, or has ended";
        };
        return new JobStoppedException(
                reason, "Run " + run.id() + " " + what + ". Try " + attempt() + " of it must end.");
    }

    private void fence(boolean owned) {
        if (!owned) {
            throw stopped(Reason.TAKEN_OVER);
        }
    }

    @Override
    public void progress(long newDone, @Nullable Long newTotal) {
        done = newDone;
        total = newTotal;
    }

    @Override
    public void count(String name, long by) {
        counts.merge(name, by, Long::sum);
    }

    @Override
    public void confirm() {
        if (!workshop.transactions().isActive()) {
            workshop.shortTransactions().run(this::store);
            stored = current();
            committed = stored;
            return;
        }
        store();
        Progress confirmed = current();
        stored = confirmed;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    committed = confirmed;
                } else {
                    returnTo(committed);
                }
            }
        });
    }

    private void store() {
        Progress now = current();
        fence(workshop.states().progress(run.id(), attempt(), now));
        workshop.positions().store(run.id(), stored.positions(), now.positions());
    }

    @Override
    public Optional<String> position(String name) {
        return Optional.ofNullable(positions.get(name));
    }

    @Override
    public void position(String name, @Nullable String value) {
        if (name.length() > LONGEST_NAME) {
            throw new SyncTrackerException(
                    "The name of a position has " + name.length() + " characters; " + LONGEST_NAME + " is the limit.");
        }
        if (value == null) {
            positions.remove(name);
        } else {
            positions.put(name, value);
        }
    }
}
