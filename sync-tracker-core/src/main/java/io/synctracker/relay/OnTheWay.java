package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.outbox.LeasedEntry;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The entities that a worker is busy with. Immutable.
 *
 * @param inHand those that are taken and not answered for
 * @param unsettled those that are answered for, which is not written yet
 */
record OnTheWay(Set<EntityRef> inHand, Set<EntityRef> unsettled) {

    static OnTheWay of(List<LeasedEntry> inHand, Collection<Result> unsettled) {
        return new OnTheWay(
                Stock.entities(inHand),
                unsettled.stream().map(result -> result.entry().entity()).collect(Collectors.toSet()));
    }

    boolean isInHand(EntityRef entity) {
        return inHand.contains(entity) || unsettled.contains(entity);
    }

    boolean isUnsettled(EntityRef entity) {
        return unsettled.contains(entity);
    }
}
