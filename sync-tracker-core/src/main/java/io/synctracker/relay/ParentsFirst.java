package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.outbox.EntryOutcome;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.outbox.OutboxLeases;
import io.synctracker.outbox.Standing;
import io.synctracker.tracking.Link;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an entry back until the entities that it refers to have been accepted by the same system, so that a system knows
 * a customer before an order of his. Costs nothing where nothing is referred to.
 */
final class ParentsFirst {

    private static final Logger LOGGER = LoggerFactory.getLogger(ParentsFirst.class);

    private final String system;
    private final RelayEntities entities;
    private final LinkAccess links;
    private final OutboxLeases leases;
    private final Relations relations;
    private final FamilyReader families;

    ParentsFirst(String system, RelayEntities entities, LinkAccess links, OutboxLeases leases, Relations relations) {
        this.system = system;
        this.entities = entities;
        this.links = links;
        this.leases = leases;
        this.relations = relations;
        this.families = new FamilyReader(system, entities.reader(), links, relations);
    }

    /**
     * Says of each candidate whether it goes, waits, or is held until another one in hand is through.
     *
     * @param candidates with their payloads
     * @param inHand whether an entity is on its way already
     * @param prepared receives them
     */
    void place(List<Candidate> candidates, Predicate<EntityRef> inHand, Prepared prepared) {
        Map<EntityRef, Link> known = known(candidates);
        Map<LeasedEntry, EntityRef> waits = waits(candidates, known);
        for (Candidate candidate : candidates) {
            EntityRef parent = waits.get(candidate.entry());
            if (parent == null) {
                prepared.ready.add(delivery(candidate, known));
            } else if (inHand.test(parent) || isAmong(candidates, parent)) {
                prepared.held.put(candidate.entry(), parent);
            } else {
                LeasedEntry entry = candidate.entry();
                prepared.results.add(Result.released(entry, "waiting for " + parent, WaitTimes.forParent(entry)));
            }
        }
    }

    /**
     * Says of each candidate whether it goes, or is to be placed once all that is under way now is settled: what becomes
     * of that decides who waits for whom, and which ids are known.
     *
     * @param candidates with their payloads
     * @param underWay the entities that are in hand, or are answered for and not settled
     * @param prepared receives them
     */
    void placeAhead(List<Candidate> candidates, Set<EntityRef> underWay, Prepared prepared) {
        Map<EntityRef, Link> known = known(candidates);
        for (Candidate candidate : candidates) {
            boolean goes = Collections.disjoint(candidate.references(), underWay)
                    && candidate.parents().stream().allMatch(parent -> isAccepted(known.get(parent)));
            if (goes) {
                prepared.ready.add(delivery(candidate, known));
            } else {
                prepared.again.add(candidate.entry());
            }
        }
    }

    private Map<EntityRef, Link> known(List<Candidate> candidates) {
        Set<EntityRef> referred = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            referred.addAll(candidate.references());
            referred.addAll(candidate.parents());
        }
        return referred.isEmpty() ? Map.of() : links.ofLiving(system, referred);
    }

    private static boolean isAmong(List<Candidate> candidates, EntityRef entity) {
        return candidates.stream().anyMatch(candidate -> candidate.entity().equals(entity));
    }

    private EntryDelivery delivery(Candidate candidate, Map<EntityRef, Link> known) {
        Map<EntityRef, String> externalIds = new HashMap<>();
        for (EntityRef reference : candidate.references()) {
            Link link = known.get(reference);
            if (link != null && link.externalId() != null) {
                externalIds.put(reference, link.externalId());
            }
        }
        return new EntryDelivery(
                candidate.entry(),
                candidate.version(),
                candidate.knownId(),
                externalIds.isEmpty() ? candidate.payload() : relations.resolved(candidate.payload(), externalIds),
                candidate.source());
    }

    /** Returns the entries that must wait, with an entity that each waits for. */
    private Map<LeasedEntry, EntityRef> waits(List<Candidate> candidates, Map<EntityRef, Link> known) {
        Map<LeasedEntry, Set<EntityRef>> missing = new HashMap<>();
        Set<EntityRef> absent = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            Set<EntityRef> parents = new LinkedHashSet<>(candidate.parents());
            parents.removeIf(parent -> isAccepted(known.get(parent)));
            if (!parents.isEmpty()) {
                missing.put(candidate.entry(), parents);
                absent.addAll(parents);
            }
        }
        return absent.isEmpty() ? Map.of() : waits(missing, absent, candidates);
    }

    static boolean isAccepted(@Nullable Link link) {
        return link != null && link.accepted();
    }

    private Map<LeasedEntry, EntityRef> waits(
            Map<LeasedEntry, Set<EntityRef>> missing, Set<EntityRef> absent, List<Candidate> candidates) {
        Family family = families.read(absent, candidates);
        Map<EntityRef, Standing> standings = leases.standings(system, family.members());
        Set<EntityRef> expected = expected(absent, family, standings);
        Map<LeasedEntry, EntityRef> waits = new HashMap<>();
        missing.forEach((entry, parents) -> parents.stream()
                .filter(expected::contains)
                .filter(parent -> !family.goesBefore(entry, parent, standings))
                .findFirst()
                .ifPresent(parent -> waits.put(entry, parent)));
        return waits;
    }

    /** Returns the absent parents that will come, and sees to it that they do. */
    private Set<EntityRef> expected(Set<EntityRef> absent, Family family, Map<EntityRef, Standing> standings) {
        Set<EntityRef> expected = new LinkedHashSet<>();
        for (EntityRef parent : absent) {
            Standing standing = standings.get(parent);
            if (standing != null && standing.firstOpen() != null) {
                expected.add(parent);
            } else if (family.exists(parent) && !isGivenUp(standing)) {
                expected.add(parent);
                enqueue(parent);
            }
        }
        return expected;
    }

    private static boolean isGivenUp(@Nullable Standing standing) {
        return standing != null
                && List.of(EntryOutcome.ABANDONED, EntryOutcome.GONE, EntryOutcome.DROPPED)
                        .contains(standing.lastOutcome());
    }

    private void enqueue(EntityRef parent) {
        try {
            entities.parents().enqueue(parent, system);
        } catch (RuntimeException e) {
            LOGGER.warn("Cannot have {} delivered to {} before what refers to it; trying again", parent, system, e);
        }
    }
}
