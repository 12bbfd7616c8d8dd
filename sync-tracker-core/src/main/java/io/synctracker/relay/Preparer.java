package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.outbox.EntryOutcome;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.outbox.OutboxLeases;
import io.synctracker.store.TrackedVersion;
import io.synctracker.tracking.Link;
import io.synctracker.tracking.Links;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides what the target must be told of entries, if anything, and in which order. Thread-safe. */
final class Preparer {

    private final String system;
    private final RelayEntities entities;
    private final LinkAccess links;
    private final Payloads payloads;
    private final ParentsFirst parentsFirst;

    Preparer(String system, RelayEntities entities, LinkAccess links, OutboxLeases leases) {
        this.system = system;
        this.entities = entities;
        this.links = links;
        Relations relations = new Relations(system, entities.models());
        this.payloads = new Payloads(system, entities, leases, relations);
        this.parentsFirst = new ParentsFirst(system, entities, links, leases, relations);
    }

    /**
     * Prepares entries.
     *
     * @param entries what is held, in the order to deliver it
     * @param inHand whether an entity is on its way already
     */
    Prepared prepare(Collection<LeasedEntry> entries, Predicate<EntityRef> inHand) {
        Prepared prepared = new Prepared();
        parentsFirst.place(candidates(entries, prepared), inHand, prepared);
        return prepared;
    }

    /**
     * Prepares entries while others are under way.
     *
     * @param entries what is held, in the order to deliver it
     * @param underWay the entities that are in hand, or are answered for and not settled
     */
    Prepared prepareAhead(Collection<LeasedEntry> entries, Set<EntityRef> underWay) {
        Prepared prepared = new Prepared();
        parentsFirst.placeAhead(candidates(entries, prepared), underWay, prepared);
        return prepared;
    }

    /** Returns the entries that the target must be told of; what becomes of the others goes into the results. */
    private List<Candidate> candidates(Collection<LeasedEntry> entries, Prepared prepared) {
        List<LeasedEntry> known = new ArrayList<>();
        for (LeasedEntry entry : entries) {
            String type = entry.entity().type();
            if (entities.models().byName(type).isPresent()) {
                known.add(entry);
            } else {
                // Another node may run a newer version that knows the type.
                String reason = "waiting for a node that tracks " + type;
                prepared.results.add(Result.released(entry, reason, WaitTimes.forOtherNode(entry)));
            }
        }
        return known.isEmpty() ? List.of() : candidatesOf(known, prepared);
    }

    private List<Candidate> candidatesOf(List<LeasedEntry> entries, Prepared prepared) {
        // Versions are read before payloads: an edit in between then costs a delivery too many, and never one too few.
        Links.Standing known =
                links.of(system, entries.stream().map(LeasedEntry::change).toList());
        Map<EntityRef, Link> reborn = reborn(entries, known);
        List<LeasedEntry> wanted = new ArrayList<>();
        for (LeasedEntry entry : entries) {
            EntryOutcome outcome = answered(entry, known, reborn.get(entry.entity()));
            if (outcome == null) {
                wanted.add(entry);
            } else {
                prepared.results.add(Result.skipped(entry, outcome));
            }
        }
        return payloads.of(wanted, known, prepared.results);
    }

    /** Reads what the system holds of the entities that live again under the id of an entry's. */
    private Map<EntityRef, Link> reborn(List<LeasedEntry> entries, Links.Standing known) {
        List<EntityRef> others = entries.stream()
                .filter(entry -> livesAnew(entry, known))
                .map(LeasedEntry::entity)
                .toList();
        return others.isEmpty() ? Map.of() : links.ofLiving(system, others);
    }

    private static boolean livesAnew(LeasedEntry entry, Links.Standing known) {
        TrackedVersion living = known.living().get(entry.entity());
        return living != null && living.incarnation() != entry.change().incarnation();
    }

    /** Returns in which way an entry is answered for already, or {@code null} if the target must be told. */
    private static @Nullable EntryOutcome answered(LeasedEntry entry, Links.Standing known, @Nullable Link nextLife) {
        Link link = known.links().get(entry.entity());
        if (link != null && link.covers(entry.change().version())) {
            return EntryOutcome.ALREADY;
        }
        if (entry.unseen() && link == null) {
            return EntryOutcome.DROPPED;
        }
        boolean overtaken = nextLife != null && nextLife.accepted();
        boolean unreadable = livesAnew(entry, known) && Payloads.readsLatest(entry);
        return overtaken || unreadable ? EntryOutcome.GONE : null;
    }
}
