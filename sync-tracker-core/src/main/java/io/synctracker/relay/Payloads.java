package io.synctracker.relay;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.model.EntityPayload;
import io.synctracker.model.EntityRead;
import io.synctracker.model.TrackedModel;
import io.synctracker.outbox.EntryOutcome;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.outbox.OutboxLeases;
import io.synctracker.outbox.Standing;
import io.synctracker.store.TrackedVersion;
import io.synctracker.tracking.Link;
import io.synctracker.tracking.Links;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts together what is to be told of entries: the entity as it is now, or the state that was stored. */
final class Payloads {

    private static final EntityPayload EMPTY = new EntityPayload(null, Map.of(), List.of());

    private final String system;
    private final RelayEntities entities;
    private final OutboxLeases leases;
    private final Relations relations;

    Payloads(String system, RelayEntities entities, OutboxLeases leases, Relations relations) {
        this.system = system;
        this.entities = entities;
        this.leases = leases;
        this.relations = relations;
    }

    /** Returns the entries that can be delivered; what becomes of the others goes into the results. */
    List<Candidate> of(List<LeasedEntry> entries, Links.Standing known, List<Result> results) {
        Map<EntityRef, EntityRead> read = read(entries);
        Map<EntityRef, Standing> standings = standingsOfGone(entries, read);
        List<Candidate> candidates = new ArrayList<>();
        for (LeasedEntry entry : entries) {
            Link link = known.links().get(entry.entity());
            EntityRead found = read.get(entry.entity());
            if (!readsLatest(entry)) {
                stored(entry, link, candidates, results);
            } else if (found == null) {
                vanished(entry, link, standings.get(entry.entity()), candidates, results);
            } else if (found.payload() == null) {
                results.add(Result.failed(entry, ErrorText.reason(String.valueOf(found.error()))));
            } else {
                candidates.add(candidate(entry, version(entry, known), link, found.payload()));
            }
        }
        return candidates;
    }

    /** Whoever wants every change is not spared the later ones because the first carried their state already. */
    private TrackedVersion version(LeasedEntry entry, Links.Standing known) {
        boolean coalesces = entities.models()
                .byName(entry.entity().type())
                .filter(TrackedModel::coalesce)
                .isPresent();
        return coalesces ? known.living().getOrDefault(entry.entity(), entry.change()) : entry.change();
    }

    static boolean readsLatest(LeasedEntry entry) {
        return entry.data() == null && entry.action() != ChangeType.DELETE;
    }

    private Map<EntityRef, EntityRead> read(List<LeasedEntry> entries) {
        Set<EntityRef> latest = new LinkedHashSet<>();
        entries.stream().filter(Payloads::readsLatest).forEach(entry -> latest.add(entry.entity()));
        return latest.isEmpty() ? Map.of() : entities.reader().read(latest);
    }

    private Map<EntityRef, Standing> standingsOfGone(List<LeasedEntry> entries, Map<EntityRef, EntityRead> read) {
        List<EntityRef> gone = entries.stream()
                .filter(Payloads::readsLatest)
                .map(LeasedEntry::entity)
                .filter(entity -> !read.containsKey(entity))
                .toList();
        return gone.isEmpty() ? Map.of() : leases.standings(system, gone);
    }

    /** The row is gone: a later entry says so, or it was deleted behind the library's back. */
    private void vanished(
            LeasedEntry entry,
            @Nullable Link link,
            @Nullable Standing standing,
            List<Candidate> candidates,
            List<Result> results) {
        boolean toldLater = standing != null && standing.lastPending() != null && standing.lastPending() > entry.id();
        boolean neverTold = link == null && entry.attempt() == 1;
        if (toldLater || neverTold || !tracksDeletes(entry.entity())) {
            results.add(Result.skipped(entry, EntryOutcome.GONE));
        } else {
            candidates.add(candidate(entry.withAction(ChangeType.DELETE), entry.change(), link, EMPTY));
        }
    }

    private boolean tracksDeletes(EntityRef entity) {
        return entities.models()
                .byName(entity.type())
                .filter(model -> model.tracks(ChangeType.DELETE))
                .isPresent();
    }

    private void stored(LeasedEntry entry, @Nullable Link link, List<Candidate> candidates, List<Result> results) {
        try {
            String data = entry.data();
            EntityPayload payload = data == null
                    ? EMPTY
                    : new EntityPayload(null, entities.codec().decode(data), List.of());
            candidates.add(candidate(entry, entry.change(), link, payload));
        } catch (RuntimeException | StackOverflowError e) {
            results.add(Result.failed(entry, ErrorText.reason("The stored state cannot be read. " + ErrorText.of(e))));
        }
    }

    private Candidate candidate(LeasedEntry entry, TrackedVersion version, @Nullable Link link, EntityPayload payload) {
        return new Candidate(
                entry,
                version,
                link == null ? null : link.externalId(),
                payload.attributes(),
                payload.entity(),
                relations.references(payload),
                entry.action() == ChangeType.DELETE ? Set.of() : relations.parents(entry.entity(), payload));
    }
}
