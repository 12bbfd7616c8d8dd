package io.synctracker.target;

import java.util.List;

/** A target whose system takes many changes in one call. Each delivery still has an outcome of its own. */
public interface BatchSyncTarget extends SyncTarget {

    /**
     * Returns how many deliveries one call takes.
     *
     * @return at least 1
     */
    int maxBatchSize();

    /**
     * Brings several changes to the system, at most one of each entity.
     *
     * @param deliveries 1 to {@link #maxBatchSize()} deliveries
     * @return one result for each delivery, in their order; a missing one counts as deferred
     * @throws Exception counts as deferred for all of them
     */
    List<DeliveryResult> deliverAll(List<Delivery> deliveries) throws Exception;

    @Override
    default DeliveryResult deliver(Delivery delivery) throws Exception {
        return deliverAll(List.of(delivery)).get(0);
    }
}
