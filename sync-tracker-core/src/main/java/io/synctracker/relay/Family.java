package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.outbox.Standing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Entities that a system has not accepted, with those that each refers to.
 *
 * @param parents what each of them refers to, as far as that is not accepted either; an entity that does not exist is
 *     absent
 */
record Family(Map<EntityRef, Set<EntityRef>> parents) {

    Set<EntityRef> members() {
        return parents.keySet();
    }

    boolean exists(EntityRef entity) {
        return parents.containsKey(entity);
    }

    /**
     * Returns whether an entry goes although it refers to an absent entity, since the two refer to each other, maybe
     * through others. Somebody must be the first then: it is the one with the earliest entry.
     */
    boolean goesBefore(LeasedEntry entry, EntityRef parent, Map<EntityRef, Standing> standings) {
        Set<EntityRef> above = ancestors(parent);
        if (!above.contains(entry.entity())) {
            return false;
        }
        return above.stream()
                .filter(member ->
                        !member.equals(entry.entity()) && ancestors(member).contains(entry.entity()))
                .map(standings::get)
                .allMatch(standing ->
                        standing == null || standing.firstOpen() == null || standing.firstOpen() > entry.id());
    }

    /** Returns an entity and all that it refers to, directly or through others. */
    private Set<EntityRef> ancestors(EntityRef entity) {
        Set<EntityRef> seen = new HashSet<>();
        Deque<EntityRef> open = new ArrayDeque<>(Set.of(entity));
        while (!open.isEmpty()) {
            EntityRef next = open.pop();
            if (seen.add(next)) {
                open.addAll(parents.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }
}
