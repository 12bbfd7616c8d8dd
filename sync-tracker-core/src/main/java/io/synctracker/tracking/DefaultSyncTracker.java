package io.synctracker.tracking;

import static java.util.Objects.requireNonNull;

import io.synctracker.EntityRef;
import io.synctracker.SyncState;
import io.synctracker.SyncStatus;
import io.synctracker.event.EntitySynced;
import io.synctracker.event.SyncFailed;
import io.synctracker.store.TrackedVersion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;

/** The tracker over the links' table; every mark is one flush, one look and one write. */
final class DefaultSyncTracker implements SyncTracker {

    private final SessionAccess sessions;
    private final Marks marks;
    private final Finder finder;
    private final Bulk bulk;
    private final PendingChanges pending;
    private final StateEvents events;

    DefaultSyncTracker(
            SessionAccess sessions, Marks marks, Finder finder, Bulk bulk, PendingChanges pending, StateEvents events) {
        this.sessions = sessions;
        this.marks = marks;
        this.finder = finder;
        this.bulk = bulk;
        this.pending = pending;
        this.events = events;
    }

    @Override
    public SyncState markAsSynced(Object entity, String externalId, String system) {
        return synced(entity, requireNonNull(externalId, "externalId"), system, null);
    }

    @Override
    public SyncState markAsSynced(Object entity, String externalId, String system, Map<String, ?> metadata) {
        return synced(entity, requireNonNull(externalId, "externalId"), system, requireNonNull(metadata, "metadata"));
    }

    @Override
    public SyncState markAsSynced(Object entity, String system) {
        return synced(entity, null, system, null);
    }

    private SyncState synced(
            Object entity, @Nullable String externalId, String system, @Nullable Map<String, ?> metadata) {
        MarkRules.system(system);
        MarkRules.externalId(externalId);
        MarkRules.metadata(metadata);
        return sessions.flushed(session -> {
            EntityRef ref = sessions.ref(session, entity);
            return syncedEvent(marks.synced(session, ref, system, externalId, metadata));
        });
    }

    private SyncState syncedEvent(SyncState state) {
        events.afterCommit(new EntitySynced(state));
        return state;
    }

    @Override
    public <T> List<SyncState> markAllAsSynced(
            Collection<T> entities,
            Function<? super T, @Nullable String> externalId,
            String system,
            ProgressListener progress) {
        MarkRules.system(system);
        return sessions.flushed(session -> {
            Map<EntityRef, @Nullable String> ids = new LinkedHashMap<>();
            for (T entity : entities) {
                ids.put(sessions.ref(session, entity), MarkRules.externalId(externalId.apply(entity)));
            }
            List<SyncState> states = marks.syncedAll(session, ids, system, progress);
            states.forEach(this::syncedEvent);
            return states;
        });
    }

    @Override
    public SyncState markAsFailed(Object entity, String system, Throwable error) {
        String text = error.getMessage() == null
                ? error.getClass().getSimpleName()
                : error.getClass().getSimpleName() + ": " + error.getMessage();
        return markAsFailed(entity, system, text, Map.of());
    }

    @Override
    public SyncState markAsFailed(Object entity, String system, String error, Map<String, ?> metadata) {
        return noted(
                entity, system, SyncStatus.FAILED, requireNonNull(metadata, "metadata"), false, MarkRules.error(error));
    }

    @Override
    public SyncState markAsPending(Object entity, String system) {
        return noted(entity, system, SyncStatus.PENDING, null, false, null);
    }

    @Override
    public SyncState mergeMetadata(Object entity, String system, Map<String, ?> metadata) {
        return noted(entity, system, null, requireNonNull(metadata, "metadata"), false, null);
    }

    @Override
    public SyncState setMetadata(Object entity, String system, Map<String, ?> metadata) {
        return noted(entity, system, null, requireNonNull(metadata, "metadata"), true, null);
    }

    /** Notes something that leaves open whether the system holds the entity as it is. */
    private SyncState noted(
            Object entity,
            String system,
            @Nullable SyncStatus status,
            @Nullable Map<String, ?> metadata,
            boolean replace,
            @Nullable String error) {
        MarkRules.system(system);
        MarkRules.metadata(metadata);
        return sessions.flushed(session -> {
            TrackedVersion version = marks.version(session, sessions.ref(session, entity));
            SyncState state =
                    marks.write(session, new LinkChange(version, system, status, null, metadata, replace, error));
            if (error != null) {
                events.afterCommit(new SyncFailed(state, error, false));
            }
            return state;
        });
    }

    @Override
    public boolean isSynced(Object entity) {
        List<SyncState> states = states(entity);
        return !states.isEmpty() && states.stream().allMatch(state -> state.status() == SyncStatus.SYNCED);
    }

    @Override
    public boolean isSynced(Object entity, String system) {
        return state(entity, system)
                .filter(state -> state.status() == SyncStatus.SYNCED)
                .isPresent();
    }

    @Override
    public boolean needsSync(Object entity, String system) {
        return !isSynced(entity, system);
    }

    @Override
    public Optional<SyncState> state(Object entity, String system) {
        return states(entity).stream()
                .filter(state -> state.system().equals(system))
                .findFirst();
    }

    @Override
    public List<SyncState> states(Object entity) {
        return sessions.flushed(session -> finder.states(session, sessions.ref(session, entity)));
    }

    @Override
    public Optional<String> externalId(Object entity, String system) {
        return state(entity, system).map(SyncState::externalId);
    }

    @Override
    public <T> Optional<T> findByExternalId(String externalId, String system, Class<T> type) {
        return Optional.ofNullable(
                findAllByExternalId(List.of(externalId), system, type).get(externalId));
    }

    @Override
    public <T> Map<String, T> findAllByExternalId(Collection<String> externalIds, String system, Class<T> type) {
        return sessions.joined(session -> finder.byExternalId(session, externalIds, system, type));
    }

    @Override
    public Optional<SyncState> findTombstone(String externalId, String system, Class<?> type) {
        return sessions.flushed(session -> finder.tombstone(session, externalId, system, type));
    }

    @Override
    public void unlink(Object entity, String system) {
        sessions.flushed(session -> {
            marks.unlink(session, sessions.ref(session, entity), system);
            return Boolean.TRUE;
        });
    }

    @Override
    public int moveLinks(Object from, Object to) {
        return sessions.flushed(session -> {
            EntityRef source = sessions.ref(session, from);
            EntityRef goal = sessions.ref(session, to);
            if (!source.type().equals(goal.type())) {
                throw new InvalidMarkException(
                        "The links of " + source + " cannot be moved to " + goal + ": they are of two types.", null);
            }
            return marks.move(session, source, goal);
        });
    }

    @Override
    public <R> R applyingFrom(String system, Supplier<R> work) {
        MarkRules.system(system);
        return sessions.joined(session -> pending.from(session, system, work));
    }

    @Override
    public void applyingFrom(String system, Runnable work) {
        applyingFrom(system, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    @Override
    public int touch(Class<?> type, Collection<?> ids) {
        return sessions.flushed((SessionImplementor session) -> bulk.touch(session, type, ids));
    }

    @Override
    public long backfill(Class<?> type) {
        return backfill(type, ProgressListener.NONE);
    }

    @Override
    public long backfill(Class<?> type, ProgressListener progress) {
        return bulk.backfill(type, progress);
    }
}
