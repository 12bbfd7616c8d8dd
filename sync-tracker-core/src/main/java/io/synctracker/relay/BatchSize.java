package io.synctracker.relay;

import io.synctracker.outbox.Claim;
import io.synctracker.outbox.LeasedEntry;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How many entries to take at a time: twice as many as before while a batch is through in no time, so that a backlog is
 * not taken by the spoonful, and fewer again when it is not. A target that is slow gets no more than it can be given soon,
 * which leaves the rest to other instances. The worker's thread changes it; any thread may read it.
 */
final class BatchSize {

    private static final int LARGEST = 1000;
    private static final int GROWTH = 10;
    private static final long SOON = TimeUnit.SECONDS.toNanos(1);

    /** Payloads are held in memory, so large ones make small batches. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private final int first;
    private final int largest;
    private volatile int now;
    private long lastSentAt;
    private boolean begun;

    /**
     * Starts with the size that is set.
     *
     * @param first the size that is set
     */
    BatchSize(int first) {
        this.first = first;
        this.largest = Math.max(first, Math.min(LARGEST, first * GROWTH));
        this.now = first;
    }

    int now() {
        return now;
    }

    /**
     * Notes a batch that was taken.
     *
     * @param claim the batch
     * @param sentAt when it was asked for, by the monotonic clock
     */
    void taken(Claim claim, long sentAt) {
        boolean soon = begun && sentAt - lastSentAt < SOON;
        begun = true;
        lastSentAt = sentAt;
        int next = claim.more() && soon ? now * 2 : now / 2;
        now = Math.max(1, Math.min(Math.min(Math.max(next, first), largest), fitting(claim)));
    }

    private int fitting(Claim claim) {
        long characters = 0;
        for (LeasedEntry entry : claim.entries()) {
            characters += entry.data() == null ? 0 : entry.data().length();
        }
        return fitting(claim.entries().size(), characters);
    }

    private int fitting(int entries, long characters) {
        return (int) Math.min(largest, MOST_CHARACTERS * entries / Math.max(1, characters));
    }

    /**
     * Notes what was read to be delivered; the size of it is not known before.
     *
     * @param deliveries with their payloads
     */
    void prepared(List<EntryDelivery> deliveries) {
        long characters = 0;
        for (EntryDelivery delivery : deliveries) {
            characters += PayloadSize.of(delivery.payload());
        }
        if (!deliveries.isEmpty()) {
            now = Math.max(1, Math.min(now, fitting(deliveries.size(), characters)));
        }
    }
}
