package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.model.EntityPayload;
import io.synctracker.model.EntityRead;
import io.synctracker.model.EntityReader;
import io.synctracker.tracking.Link;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks from absent entities to those that they refer to, level by level, to find those that wait for each other. */
final class FamilyReader {

    private static final int MAX_DEPTH = 16;

    private final String system;
    private final EntityReader reader;
    private final LinkAccess links;
    private final Relations relations;

    FamilyReader(String system, EntityReader reader, LinkAccess links, Relations relations) {
        this.system = system;
        this.reader = reader;
        this.links = links;
        this.relations = relations;
    }

    /**
     * Reads a family.
     *
     * @param absent where to start
     * @param candidates what has been read already
     */
    Family read(Set<EntityRef> absent, List<Candidate> candidates) {
        Map<EntityRef, Set<EntityRef>> known = new HashMap<>();
        candidates.forEach(candidate -> known.put(candidate.entity(), candidate.parents()));
        Map<EntityRef, Set<EntityRef>> family = new HashMap<>();
        Set<EntityRef> level = absent;
        for (int depth = 0; depth < MAX_DEPTH && !level.isEmpty(); depth++) {
            Map<EntityRef, Set<EntityRef>> parents = parents(level, known);
            Set<EntityRef> accepted = accepted(parents.values());
            parents.forEach((entity, above) -> {
                Set<EntityRef> open = new LinkedHashSet<>(above);
                open.removeAll(accepted);
                family.put(entity, open);
            });
            level = next(parents.keySet(), family);
        }
        return new Family(family);
    }

    private Map<EntityRef, Set<EntityRef>> parents(Set<EntityRef> level, Map<EntityRef, Set<EntityRef>> known) {
        Map<EntityRef, Set<EntityRef>> parents = new HashMap<>();
        Set<EntityRef> unread = new LinkedHashSet<>();
        for (EntityRef entity : level) {
            Set<EntityRef> above = known.get(entity);
            if (above == null) {
                unread.add(entity);
            } else {
                parents.put(entity, above);
            }
        }
        if (!unread.isEmpty()) {
            reader.read(unread).forEach((entity, read) -> parents.put(entity, parents(entity, read)));
        }
        return parents;
    }

    private Set<EntityRef> parents(EntityRef entity, EntityRead read) {
        EntityPayload payload = read.payload();
        return payload == null ? Set.of() : relations.parents(entity, payload);
    }

    private Set<EntityRef> accepted(Collection<Set<EntityRef>> above) {
        Set<EntityRef> all = new LinkedHashSet<>();
        above.forEach(all::addAll);
        Set<EntityRef> accepted = new HashSet<>();
        if (!all.isEmpty()) {
            Map<EntityRef, Link> known = links.ofLiving(system, all);
            all.stream()
                    .filter(entity -> ParentsFirst.isAccepted(known.get(entity)))
                    .forEach(accepted::add);
        }
        return accepted;
    }

    private static Set<EntityRef> next(Set<EntityRef> level, Map<EntityRef, Set<EntityRef>> family) {
        Set<EntityRef> next = new LinkedHashSet<>();
        level.forEach(entity -> next.addAll(family.getOrDefault(entity, Set.of())));
        next.removeAll(family.keySet());
        return next;
    }
}
