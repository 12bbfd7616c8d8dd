package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.model.TrackedModel;
import io.synctracker.outbox.Claim;
import io.synctracker.outbox.ClaimRequest;
import io.synctracker.outbox.LeasedEntry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes entries for a worker: as many as it can deliver in time, and none that this process is busy with. */
final class Intake {

    private static final Logger LOGGER = LoggerFactory.getLogger(Intake.class);

    /** So many entities may be stuck in calls that do not return before the target is given no more. */
    private static final int MAX_HUNG = 32;

    private final String system;
    private final Shared shared;
    private final RateLimit rateLimit;
    private final Holding holding;
    private final Preparer preparer;
    private final BatchSize batchSize;

    /**
     * Creates an intake.
     *
     * @param preparer prepares what is taken ahead
     * @param callSize how many deliveries one call takes
     */
    Intake(String system, Shared shared, RateLimit rateLimit, Holding holding, Preparer preparer, int callSize) {
        this.system = system;
        this.shared = shared;
        this.rateLimit = rateLimit;
        this.holding = holding;
        this.preparer = preparer;
        this.batchSize = new BatchSize(Math.max(shared.settings().batchSize(), callSize));
    }

    /** Returns whether so little is in hand that more should be taken before it runs out. */
    boolean hasRoom(int inHand) {
        return inHand <= batchSize.now() / 2 && shared.hung().of(system) < MAX_HUNG;
    }

    /**
     * What was taken.
     *
     * @param claim the entries
     * @param sentAt when it was asked for, by the monotonic clock
     * @param prepared the same entries, or {@code null} if they are still to be prepared
     */
    record Taken(Claim claim, long sentAt, @Nullable Prepared prepared) {}

    /** Takes due entries. Thread-safe. */
    Taken take() {
        Duration lease = shared.settings().lease();
        long sentAt = System.nanoTime();
        Claim claim = shared.leases()
                .claim(new ClaimRequest(
                        system,
                        rateLimit.within(batchSize.now(), lease.toNanos() / 2),
                        lease,
                        shared.settings().of(system).breaker().failures(),
                        this::folds));
        return new Taken(claim, sentAt, null);
    }

    /**
     * Takes due entries and prepares them. Thread-safe.
     *
     * @param underWay the entities that are in hand, or are answered for and not settled
     */
    Taken takePrepared(Set<EntityRef> underWay) {
        Taken taken = take();
        if (taken.claim().entries().isEmpty()) {
            return taken;
        }
        try {
            return new Taken(
                    taken.claim(),
                    taken.sentAt(),
                    preparer.prepareAhead(taken.claim().entries(), underWay));
        } catch (RuntimeException | Error e) {
            LOGGER.debug("Cannot prepare what was taken ahead for {}; trying again", system, e);
            return taken;
        }
    }

    /**
     * Accepts what was taken.
     *
     * @param taken what
     * @param stock receives it
     * @param done receives what is to be given back
     * @param inHand the entities that are being delivered
     */
    void accept(Taken taken, Stock stock, List<Result> done, Set<EntityRef> inHand) {
        Claim claim = taken.claim();
        holding.taken(claim.entries(), taken.sentAt());
        batchSize.taken(claim, taken.sentAt());
        Prepared prepared = taken.prepared();
        if (prepared != null && claim.entries().stream().noneMatch(entry -> isBusy(entry, inHand))) {
            accept(prepared, stock, done);
            return;
        }
        for (LeasedEntry entry : claim.entries()) {
            if (isBusy(entry, inHand)) {
                Duration delay = shared.settings().callTimeout();
                done.add(Result.released(entry, "waiting for an earlier call to return", delay));
            } else {
                stock.queue(entry);
            }
        }
    }

    private boolean isBusy(LeasedEntry entry, Set<EntityRef> inHand) {
        return inHand.contains(entry.entity()) || shared.hung().contains(system, entry.entity());
    }

    /** Accepts what was prepared: {@code done} receives what needs no call. */
    void accept(Prepared prepared, Stock stock, List<Result> done) {
        stock.add(prepared);
        batchSize.prepared(prepared.ready);
        done.addAll(prepared.results);
    }

    private boolean folds(String type) {
        return shared.entities()
                .models()
                .byName(type)
                .filter(TrackedModel::coalesce)
                .isPresent();
    }
}
