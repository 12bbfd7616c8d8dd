package io.synctracker.tracking;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.model.EntityMapping;
import io.synctracker.store.Dialect;
import io.synctracker.store.LogRow;
import io.synctracker.store.TrackedChange;
import io.synctracker.store.TrackedVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Records and enqueues entities that no change has brought in, page by page in the order of their ids. */
final class Backfill {

    private static final int BATCH = 500;

    private final SessionAccess sessions;
    private final TransactionTemplate separate;
    private final Dialect dialect;
    private final JdbcLinks links;
    private final Consumer<Set<String>> signal;

    Backfill(
            SessionAccess sessions,
            PlatformTransactionManager transactionManager,
            Dialect dialect,
            JdbcLinks links,
            Consumer<Set<String>> signal) {
        this.sessions = sessions;
        this.separate = new TransactionTemplate(transactionManager);
        this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.dialect = dialect;
        this.links = links;
        this.signal = signal;
    }

    long run(EntityMapping mapping, ProgressListener progress) {
        long total = separately(session -> count(session, mapping));
        Object last = null;
        long seen = 0;
        long recorded = 0;
        while (true) {
            Object after = last;
            List<Object> ids = separately(session -> page(session, mapping, after));
            if (ids.isEmpty()) {
                return recorded;
            }
            recorded += separately(session -> record(session, mapping, ids));
            signal.accept(mapping.model().targets());
            last = ids.get(ids.size() - 1);
            seen += ids.size();
            progress.progressed(seen, Math.max(seen, total));
        }
    }

    private <R> R separately(java.util.function.Function<SessionImplementor, R> work) {
        return java.util.Objects.requireNonNull(separate.execute(status -> sessions.joined(work)));
    }

    private static long count(SessionImplementor session, EntityMapping mapping) {
        return session.createSelectionQuery("select count(*) from " + mapping.entityName(), Long.class)
                .getSingleResult();
    }

    private static List<Object> page(SessionImplementor session, EntityMapping mapping, @Nullable Object after) {
        String where = after == null ? "" : " where id(e) > :after";
        SelectionQuery<Object> query = session.createSelectionQuery(
                "select id(e) from " + mapping.entityName() + " e" + where + " order by id(e)", Object.class);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(BATCH).getResultList();
    }

    private int record(SessionImplementor session, EntityMapping mapping, List<Object> ids) {
        Set<EntityRef> entities = new java.util.LinkedHashSet<>();
        ids.forEach(id -> entities.add(mapping.ref(id)));
        return SessionAccess.connected(
                session,
                connection -> record(connection, entities, mapping.model().targets()));
    }

    /** Gives entities their rows, and every target that knows nothing of one an entry; returns how many had neither. */
    int record(Connection connection, Collection<EntityRef> entities, Set<String> targets) {
        return record(connection, entities, targets, true);
    }

    /** Gives an entity its row, and a target that has not accepted it an entry if none waits already. */
    void enqueue(Connection connection, EntityRef entity, String target) {
        record(connection, List.of(entity), Set.of(target), false);
    }

    private int record(
            Connection connection, Collection<EntityRef> entities, Set<String> targets, boolean linkedAreKnown) {
        try {
            Set<EntityRef> fresh = new HashSet<>(entities);
            fresh.removeAll(links.versions(connection, entities).keySet());
            dialect.ensureTracked(connection, changes(fresh));
            Map<EntityRef, TrackedVersion> versions = links.versions(connection, entities);
            List<LogRow> rows = new ArrayList<>();
            for (String target : new TreeSet<>(targets)) {
                Set<EntityRef> known = new HashSet<>();
                if (linkedAreKnown) {
                    known.addAll(links.ofLiving(connection, target, versions.keySet())
                            .keySet());
                }
                known.addAll(new EntryLookup(dialect).withEntries(connection, target, versions.keySet()));
                for (EntityRef entity : entities) {
                    TrackedVersion version = versions.get(entity);
                    if (version != null && !known.contains(entity)) {
                        fresh.add(entity);
                        rows.add(new LogRow(version, target, ChangeType.CREATE, null, null, null, null));
                    }
                }
            }
            if (!rows.isEmpty()) {
                dialect.append(connection, rows);
            }
            return fresh.size();
        } catch (SQLException e) {
            throw SqlFailures.translate(e, "backfill");
        }
    }

    private static List<TrackedChange> changes(Collection<EntityRef> entities) {
        return entities.stream()
                .sorted(java.util.Comparator.comparing(EntityRef::id))
                .map(entity -> new TrackedChange(
                        entity, ChangeType.UPDATE, ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)))
                .toList();
    }
}
