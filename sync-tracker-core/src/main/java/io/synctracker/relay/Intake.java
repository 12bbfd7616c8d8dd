package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.model.TrackedModel;
import io.synctracker.outbox.Claim;
import io.synctracker.outbox.ClaimRequest;
import io.synctracker.outbox.LeasedEntry;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Takes entries for a worker: as many as it can deliver in time, and none that this process is busy with. */
final class Intake {

    /** So many entities may be stuck in calls that do not return before the target is given no more. */
    private static final int MAX_HUNG = 32;

    private final String system;
    private final Shared shared;
    private final RateLimit rateLimit;
    private final Holding holding;
    private final BatchSize batchSize;

    /**
     * Creates an intake.
     *
     * @param callSize how many deliveries one call takes
     */
    Intake(String system, Shared shared, RateLimit rateLimit, Holding holding, int callSize) {
        this.system = system;
        this.shared = shared;
        this.rateLimit = rateLimit;
        this.holding = holding;
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
     */
    record Taken(Claim claim, long sentAt) {}

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
        return new Taken(claim, sentAt);
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
        for (LeasedEntry entry : claim.entries()) {
            if (inHand.contains(entry.entity()) || shared.hung().contains(system, entry.entity())) {
                Duration delay = shared.settings().callTimeout();
                done.add(Result.released(entry, "waiting for an earlier call to return", delay));
            } else {
                stock.queue(entry);
            }
        }
    }

    /** Notes what was read to be delivered. */
    void prepared(List<EntryDelivery> deliveries) {
        batchSize.prepared(deliveries);
    }

    private boolean folds(String type) {
        return shared.entities()
                .models()
                .byName(type)
                .filter(TrackedModel::coalesce)
                .isPresent();
    }
}
