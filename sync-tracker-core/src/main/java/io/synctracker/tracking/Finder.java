package io.synctracker.tracking;

import io.synctracker.EntityRef;
import io.synctracker.SyncState;
import io.synctracker.model.EntityMapping;
import io.synctracker.model.EntityModels;
import io.synctracker.store.TrackedVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SessionImplementor;

/** Reads where entities stand, and finds them by what other systems call them. */
final class Finder {

    private final EntityModels models;
    private final JdbcLinks links;
    private final PendingChanges pending;

    Finder(EntityModels models, JdbcLinks links, PendingChanges pending) {
        this.models = models;
        this.links = links;
        this.pending = pending;
    }

    List<SyncState> states(SessionImplementor session, EntityRef entity) {
        return recorded(session, entity).orElse(List.of());
    }

    /** As {@link #states}, but tells an entity that nobody has linked yet from one that was never recorded. */
    Optional<List<SyncState>> recorded(SessionImplementor session, EntityRef entity) {
        boolean dirty = pending.contains(session, entity);
        List<LinkRow> rows =
                SessionAccess.connected(session, connection -> links.queries().all(connection, entity));
        List<SyncState> states = new ArrayList<>();
        for (LinkRow row : rows) {
            LinkRow.Stored link = row.link();
            if (link != null) {
                states.add(row.state(link.system(), dirty));
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(states);
    }

    <T> Map<String, T> byExternalId(
            SessionImplementor session, Collection<String> externalIds, String system, Class<T> type) {
        EntityMapping mapping = models.mappingOf(type);
        Map<String, TrackedVersion> holders = SessionAccess.connected(
                session, connection -> links.queries().holders(connection, system, mapping.name(), externalIds));
        Map<String, Object> ids = new LinkedHashMap<>();
        holders.forEach((externalId, holder) -> {
            if (holder.version() >= 0) {
                ids.put(externalId, mapping.id(holder.entity().id()));
            }
        });
        return load(session, ids, mapping, type);
    }

    private <T> Map<String, T> load(
            SessionImplementor session, Map<String, Object> ids, EntityMapping mapping, Class<T> type) {
        Map<String, T> found = new LinkedHashMap<>();
        Class<?> root = models.rootOf(mapping).javaType();
        List<?> entities = session.findMultiple(root, new ArrayList<>(ids.values()));
        int index = 0;
        for (String externalId : ids.keySet()) {
            Object entity = Hibernate.unproxy(entities.get(index++));
            if (type.isInstance(entity)) {
                found.put(externalId, type.cast(entity));
            }
        }
        return found;
    }

    Optional<SyncState> tombstone(SessionImplementor session, String externalId, String system, Class<?> type) {
        EntityMapping mapping = models.mappingOf(type);
        return SessionAccess.connected(
                session,
                connection -> Optional.ofNullable(
                                links.queries().tombstone(connection, system, mapping.name(), externalId))
                        .map(row -> row.state(system, false)));
    }
}
