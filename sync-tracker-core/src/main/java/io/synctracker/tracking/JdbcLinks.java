package io.synctracker.tracking;

import io.synctracker.EntityRef;
import io.synctracker.model.JsonText;
import io.synctracker.store.Dialect;
import io.synctracker.store.TrackedVersion;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** The links in their table, through plain JDBC. */
public final class JdbcLinks implements Links {

    private final LinkQueries queries;
    private final LinkStatements statements;

    /**
     * Creates the access.
     *
     * @param dialect the database's dialect
     */
    public JdbcLinks(Dialect dialect) {
        queries = new LinkQueries(dialect);
        statements = new LinkStatements(dialect);
    }

    @Override
    public Standing standing(Connection connection, String system, Collection<TrackedVersion> entities) {
        return queries.standing(connection, system, entities);
    }

    @Override
    public Map<EntityRef, Link> ofLiving(Connection connection, String system, Collection<EntityRef> entities) {
        return queries.ofLiving(connection, system, entities);
    }

    @Override
    public Map<EntityRef, TrackedVersion> versions(Connection connection, Collection<EntityRef> entities) {
        return queries.versions(connection, entities);
    }

    @Override
    public List<Outcome> write(Connection connection, List<LinkChange> changes) {
        return write(changes, (system, group) -> writeAll(connection, system, group));
    }

    @Override
    public List<Outcome> writeAtOnce(Connection connection, List<LinkChange> changes) {
        return write(
                changes,
                (system, group) ->
                        statements.impatiently(connection, system, () -> attempt(connection, system, group, true)));
    }

    private static List<Outcome> write(
            List<LinkChange> changes, BiFunction<String, List<LinkChange>, Map<LinkChange, Outcome>> writer) {
        changes.forEach(change -> {
            MarkRules.externalId(change.externalId());
            MarkRules.metadata(change.metadata());
        });
        Map<LinkChange, Outcome> outcomes = new HashMap<>();
        Map<String, List<LinkChange>> bySystem = changes.stream()
                .collect(Collectors.groupingBy(LinkChange::system, LinkedHashMap::new, Collectors.toList()));
        bySystem.forEach((system, group) -> outcomes.putAll(writer.apply(system, group)));
        return changes.stream()
                .map(change -> Objects.requireNonNull(outcomes.get(change)))
                .toList();
    }

    /** Writes all of a system's changes in one batch, and one by one if another transaction got in between. */
    private Map<LinkChange, Outcome> writeAll(Connection connection, String system, List<LinkChange> changes) {
        try {
            return statements.undoable(connection, () -> attempt(connection, system, changes, false));
        } catch (DuplicateKeyException e) {
            Map<LinkChange, Outcome> outcomes = new HashMap<>();
            changes.forEach(change -> outcomes.put(change, writeOne(connection, system, change)));
            return outcomes;
        }
    }

    private Outcome writeOne(Connection connection, String system, LinkChange change) {
        try {
            return only(statements.undoable(connection, () -> attempt(connection, system, List.of(change), false)));
        } catch (DuplicateKeyException e) {
            // The link is made without a refusal, so it is the external id that another transaction has given away.
            return new Outcome.Taken(clash(change, holder(connection, change)));
        }
    }

    private @Nullable EntityRef holder(Connection connection, LinkChange change) {
        String externalId = change.externalId();
        return externalId == null
                ? null
                : queries.holderNow(
                        connection, change.system(), change.entity().entity().type(), externalId);
    }

    /** @param atOnce whether a link that is missing is made complete, so that one made in the meantime is a refusal */
    private Map<LinkChange, Outcome> attempt(
            Connection connection, String system, List<LinkChange> changes, boolean atOnce) {
        Map<EntityRef, LinkRow> rows = queries.inSystem(
                connection, system, changes.stream().map(LinkChange::entity).toList());
        Map<LinkChange, Outcome> outcomes = refuseTaken(connection, system, changes);
        List<LinkChange> accepted =
                changes.stream().filter(change -> !outcomes.containsKey(change)).toList();
        Predicate<LinkChange> missing = change -> rowOf(rows, change).link() == null;
        if (!atOnce) {
            statements.ensure(connection, accepted.stream().filter(missing).toList());
        }
        List<LinkStatements.Write> made = new ArrayList<>();
        List<LinkStatements.Write> changed = new ArrayList<>();
        for (LinkChange change : accepted) {
            boolean fresh = atOnce && missing.test(change);
            LinkStatements.Write write = prepare(connection, rowOf(rows, change), change, fresh);
            (fresh ? made : changed).add(write);
            outcomes.put(change, new Outcome.Written(write.after().state(system, false)));
        }
        statements.insert(connection, made);
        statements.write(connection, changed, atOnce);
        return outcomes;
    }

    private static LinkRow rowOf(Map<EntityRef, LinkRow> rows, LinkChange change) {
        LinkRow row = rows.get(change.entity().entity());
        if (row == null) {
            throw new IllegalStateException("No row of " + change.entity() + " to link to " + change.system());
        }
        return row;
    }

    private LinkStatements.Write prepare(Connection connection, LinkRow row, LinkChange change, boolean fresh) {
        String metadata = null;
        if (change.metadata() != null && (!change.metadata().isEmpty() || change.replaceMetadata())) {
            metadata = fresh || change.replaceMetadata()
                    ? MarkRules.metadata(change.metadata())
                    : merged(statements.lockMetadata(connection, row.version(), change.system()), change.metadata());
        }
        return new LinkStatements.Write(change, row.with(change, metadata), metadata);
    }

    private static @Nullable String merged(@Nullable String stored, Map<String, ?> added) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(JsonText.readMap(stored));
        all.putAll(added);
        return MarkRules.metadata(all);
    }

    /** Refuses external ids that a living entity holds, and takes them from dead ones. */
    private Map<LinkChange, Outcome> refuseTaken(Connection connection, String system, List<LinkChange> changes) {
        Map<LinkChange, Outcome> refused = new HashMap<>();
        Map<String, List<LinkChange>> byType = changes.stream()
                .filter(change -> change.externalId() != null)
                .collect(
                        Collectors.groupingBy(change -> change.entity().entity().type()));
        byType.forEach((type, group) -> {
            Set<String> ids = group.stream().map(LinkChange::externalId).collect(Collectors.toSet());
            Map<String, TrackedVersion> holders = queries.holders(connection, system, type, ids);
            for (LinkChange change : group) {
                TrackedVersion holder = holders.get(change.externalId());
                if (holder != null && !isSame(holder, change.entity())) {
                    if (holder.version() >= 0) {
                        refused.put(change, taken(change, holder.entity()));
                    } else {
                        statements.bury(connection, holder, system);
                    }
                }
            }
        });
        return refused;
    }

    private static boolean isSame(TrackedVersion one, TrackedVersion other) {
        return one.entity().equals(other.entity()) && one.incarnation() == other.incarnation();
    }

    private static Outcome taken(LinkChange change, EntityRef holder) {
        return new Outcome.Taken(clash(change, holder));
    }

    private static ExternalIdTakenException clash(LinkChange change, @Nullable EntityRef holder) {
        return new ExternalIdTakenException(
                change.entity().entity(), holder, String.valueOf(change.externalId()), change.system());
    }

    private static Outcome only(Map<LinkChange, Outcome> outcomes) {
        return outcomes.values().iterator().next();
    }

    LinkQueries queries() {
        return queries;
    }

    LinkStatements statements() {
        return statements;
    }
}
