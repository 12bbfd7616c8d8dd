package io.synctracker.connector;

import io.synctracker.EntityRef;
import io.synctracker.connector.Tally.Fate;
import io.synctracker.tracking.ProgressListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;

/** Applies changed records in one session: finds, decides, writes, and marks. Used once. */
final class ChangeApplier {

    private final ConnectorParts parts;
    private final Tables tables;
    private final Bound bound;
    private final EntityFinder finder;
    private final EntityWriter writer;
    private final ConflictKeeper keeper;
    private final Tally tally;
    private final List<Refused> refused;
    private final List<Candidate> done = new ArrayList<>();
    private final IdentityHashMap<Object, String> agreed = new IdentityHashMap<>();
    private final Set<Object> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Prepares to apply.
     *
     * @param tally counts what becomes of each record
     * @param refused gets the records that cannot be applied
     */
    ChangeApplier(
            ConnectorParts parts,
            Tables tables,
            Pull pull,
            SessionImplementor session,
            Tally tally,
            List<Refused> refused) {
        this.parts = parts;
        this.tables = tables;
        this.bound = pull.bound();
        this.finder = new EntityFinder(session, parts.models(), bound, tables.links());
        this.writer = new EntityWriter(session, parts.models(), bound);
        this.keeper = new ConflictKeeper(parts, tables, pull, writer);
        this.tally = tally;
        this.refused = refused;
    }

    /**
     * Applies records.
     *
     * @param candidates records that are not as they were
     * @param session the session
     * @return those that were applied or decided about
     * @throws RecordFailedException if one of them spoils the transaction
     */
    List<Candidate> apply(List<Candidate> candidates, SessionImplementor session) {
        ChangeReader reader = new ChangeReader(bound, tables.standings());
        List<Change> changes = reader.read(candidates, refused::add);
        Set<RemoteRecord> spoilt = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, Known> before = known(changes);
        Map<EntityRef, Object> entities = finder.load(living(before));
        // Others may have changed the entities before they were locked.
        Map<String, Known> known = entities.isEmpty() ? before : known(changes);
        refuseStrangers(before, known);
        Map<Change, Object> byKey = byKey(reader, changes, known, problem -> {
            refused.add(problem);
            spoilt.add(problem.record());
        });
        for (Change change : changes) {
            Known standing = known.getOrDefault(change.externalId(), Known.NOTHING);
            EntityRef ref = standing.ref();
            Object linked = ref == null ? null : entities.get(ref);
            if (!spoilt.contains(change.candidate().record())) {
                apply(change, standing, linked == null ? byKey.get(change) : linked);
            }
        }
        session.flush();
        parts.tracker().markAllAsSynced(agreed.keySet(), agreed::get, bound.system(), ProgressListener.NONE);
        keeper.mark();
        return done;
    }

    private Map<String, Known> known(List<Change> changes) {
        return tables.standings()
                .of(bound, changes.stream().map(Change::externalId).toList());
    }

    private static List<EntityRef> living(Map<String, Known> known) {
        return known.values().stream()
                .filter(Known::living)
                .map(Known::ref)
                .filter(Objects::nonNull)
                .toList();
    }

    /** An entity that was linked since the entities were loaded is not among them: all of it must be done again. */
    private static void refuseStrangers(Map<String, Known> before, Map<String, Known> known) {
        if (!new HashSet<>(living(before)).containsAll(living(known))) {
            throw new CannotAcquireLockException("Another transaction has linked an entity meanwhile");
        }
    }

    private Map<Change, Object> byKey(
            ChangeReader reader, List<Change> changes, Map<String, Known> known, Consumer<Refused> problems) {
        if (bound.key().isEmpty()) {
            return Map.of();
        }
        List<Change> unlinked = changes.stream()
                .filter(change -> !change.isDeletion())
                .filter(change ->
                        !known.getOrDefault(change.externalId(), Known.NOTHING).linked())
                .toList();
        return finder.byKey(reader.keys(unlinked, problems), problems);
    }

    private void apply(Change change, Known known, @Nullable Object entity) {
        if (entity != null && !bound.binding().type().isInstance(entity)) {
            refuse(
                    change,
                    "It is linked to " + known.ref() + ", which is no "
                            + bound.binding().type().getSimpleName() + ".");
        } else if (entity != null && !taken.add(entity)) {
            refuse(change, "Its natural key is also that of another record of this page.");
        } else if (!known.linked()) {
            adopt(change, entity);
        } else if (change.isDeletion() && entity == null) {
            tally.add(Fate.UNCHANGED, 1);
            done.add(change.candidate());
        } else if (known.changedHere()) {
            decide(change, known, entity);
        } else {
            take(change, entity, null);
        }
    }

    private void refuse(Change change, String reason) {
        refused.add(change.candidate().refused(reason));
    }

    /** A record that nothing is linked to: it belongs to the entity of its natural key, or to a new one. */
    private void adopt(Change change, @Nullable Object entity) {
        if (!change.isDeletion()) {
            take(change, entity, null);
        }
    }

    private void decide(Change change, Known known, @Nullable Object entity) {
        Resolution resolution = keeper.resolve(change, known, entity);
        tally.add(Fate.CONFLICT, 1);
        switch (resolution.kind()) {
            case REMOTE -> take(change, entity, null);
            case MERGED -> merge(change, entity, resolution.remoteAttributes());
            case LOCAL -> keep(change, entity);
            case UNDECIDED -> {
                keeper.undecided(known);
                done.add(change.candidate());
            }
        }
    }

    private void merge(Change change, @Nullable Object entity, Set<String> remoteAttributes) {
        if (entity != null && !change.isDeletion()) {
            take(change, entity, remoteAttributes);
            keeper.pending(entity);
        } else {
            keep(change, entity);
        }
    }

    private void keep(Change change, @Nullable Object entity) {
        if (entity != null) {
            keeper.pending(entity);
        }
        done.add(change.candidate());
    }

    /** Writes what the record says. */
    private void take(Change change, @Nullable Object entity, @Nullable Set<String> remoteAttributes) {
        if (change.isDeletion()) {
            if (entity != null) {
                writer.delete(entity);
                tally.add(Fate.DELETED, 1);
            }
        } else if (entity == null) {
            create(change);
            return;
        } else {
            writer.update(change, entity, remoteAttributes);
            tally.add(Fate.UPDATED, 1);
            if (remoteAttributes == null) {
                agreed.put(entity, change.externalId());
            }
        }
        done.add(change.candidate());
    }

    /** A new entity that its mapper refuses was never saved, and spoils nothing. */
    private void create(Change change) {
        try {
            agreed.put(writer.create(change), change.externalId());
            tally.add(Fate.CREATED, 1);
            done.add(change.candidate());
        } catch (RecordFailedException e) {
            refuse(change, e.reason());
        }
    }
}
