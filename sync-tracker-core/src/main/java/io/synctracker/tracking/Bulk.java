package io.synctracker.tracking;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.model.EntityMapping;
import io.synctracker.model.EntityModels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.spi.SessionImplementor;

/** Records what Hibernate has not seen: bulk statements, and entities that were there before the library. */
final class Bulk {

    private static final int BATCH = 500;

    private final EntityModels models;
    private final JdbcLinks links;
    private final PendingChanges pending;
    private final Backfill backfill;

    Bulk(EntityModels models, JdbcLinks links, PendingChanges pending, Backfill backfill) {
        this.models = models;
        this.links = links;
        this.pending = pending;
        this.backfill = backfill;
    }

    int touch(SessionImplementor session, Class<?> type, Collection<?> ids) {
        EntityMapping mapping = models.rootOf(models.mappingOf(type));
        int recorded = 0;
        List<Object> all = new ArrayList<>(new java.util.LinkedHashSet<>(ids));
        for (int from = 0; from < all.size(); from += BATCH) {
            recorded += touchAll(session, mapping, all.subList(from, Math.min(from + BATCH, all.size())));
        }
        return recorded;
    }

    private int touchAll(SessionImplementor session, EntityMapping mapping, List<Object> ids) {
        Map<EntityRef, Object> wanted = new LinkedHashMap<>();
        ids.forEach(id -> wanted.put(mapping.ref(id), id));
        Set<EntityRef> existing = new HashSet<>();
        session.createSelectionQuery(
                        "select id(e) from " + mapping.entityName() + " e where id(e) in (:ids)", Object.class)
                .setParameterList("ids", ids)
                .getResultList()
                .forEach(id -> existing.add(mapping.ref(id)));
        Set<EntityRef> tracked = SessionAccess.connected(
                        session, connection -> links.versions(connection, wanted.keySet()))
                .keySet();
        int recorded = 0;
        for (Map.Entry<EntityRef, Object> entry : wanted.entrySet()) {
            if (existing.contains(entry.getKey()) || tracked.contains(entry.getKey())) {
                ChangeType change = existing.contains(entry.getKey()) ? ChangeType.UPDATE : ChangeType.DELETE;
                pending.add(session, mapping, entry.getValue(), change);
                recorded++;
            }
        }
        return recorded;
    }

    long backfill(Class<?> type, ProgressListener progress) {
        return backfill.run(models.rootOf(models.mappingOf(type)), progress);
    }
}
