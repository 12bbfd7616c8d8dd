package io.synctracker.capture;

import io.synctracker.testing.Host;
import io.synctracker.testing.Zoo;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;

/** Does steps in real sessions, on rows that nobody else has, and says what was recorded. */
final class SessionPlayer {

    /** The type of each row: without and with a version, and with stored states. */
    static final List<String> TYPES = List.of("tagged", "tagged", "stamped", "snap", "snap");

    private final Host host;
    private final long firstId;
    private final Set<Integer> removed = new HashSet<>();

    /**
     * Creates a player.
     *
     * @param firstId the id of the first row; the next ones follow
     */
    SessionPlayer(Host host, long firstId) {
        this.host = host;
        this.firstId = firstId;
    }

    /** Does the steps, in one transaction up to each end. */
    void play(List<Step> steps) {
        int from = 0;
        while (from < steps.size()) {
            int end = from;
            while (end < steps.size() && !steps.get(end).ends()) {
                end++;
            }
            transaction(
                    steps.subList(from, end),
                    end == steps.size() || steps.get(end).kind() == Step.Kind.COMMIT);
            from = end + 1;
        }
    }

    private void transaction(List<Step> steps, boolean commits) {
        removed.clear();
        host.transactions().executeWithoutResult(status -> {
            EntityManager session =
                    EntityManagerFactoryUtils.getTransactionalEntityManager(host.entityManagerFactory());
            for (Step step : steps) {
                if (step.touches() && step.origin() != null) {
                    host.tracker().applyingFrom(step.origin(), () -> step(session, step));
                    removed.clear();
                } else {
                    step(session, step);
                }
            }
            if (!commits) {
                status.setRollbackOnly();
            }
        });
    }

    private void step(EntityManager session, Step step) {
        switch (step.kind()) {
            case FLUSH -> flush(session);
            case CLEAR -> {
                flush(session);
                session.clear();
            }
            case PERSIST -> persist(session, step);
            case MERGE -> merge(session, step);
            case REMOVE -> {
                Object found = session.find(type(step), firstId + step.row());
                if (found != null) {
                    session.remove(found);
                    removed.add(step.row());
                }
            }
            default -> change(session, step);
        }
    }

    private void flush(EntityManager session) {
        session.flush();
        removed.clear();
    }

    /** A row that is removed must be gone before another one takes its id: Hibernate inserts before it deletes. */
    private void persist(EntityManager session, Step step) {
        if (removed.contains(step.row())) {
            flush(session);
        }
        if (session.find(type(step), firstId + step.row()) == null) {
            session.persist(entity(step, Set.of()));
        }
    }

    private void merge(EntityManager session, Step step) {
        if (removed.contains(step.row())) {
            flush(session);
        }
        Object found = session.find(type(step), firstId + step.row());
        if (found == null && type(step) == Zoo.Stamped.class) {
            return;
        }
        Object detached = entity(step, found == null ? Set.of() : tags(found));
        if (found instanceof Zoo.Stamped stamped) {
            ((Zoo.Stamped) detached).revision = stamped.revision;
        }
        session.merge(detached);
    }

    private void change(EntityManager session, Step step) {
        Object found = session.find(type(step), firstId + step.row());
        if (found != null && step.kind() == Step.Kind.TAG) {
            toggle(tags(found), "t" + step.value());
        } else if (found instanceof Zoo.Tagged tagged) {
            if (step.kind() == Step.Kind.IGNORED) {
                toggle(tagged.secrets, "s");
            } else {
                tagged.name = "n" + step.value();
            }
        } else if (found instanceof Zoo.Snap snap && step.kind() == Step.Kind.RENAME) {
            // What is stored has only what is loaded.
            Hibernate.initialize(snap.tags);
            snap.name = "n" + step.value();
        }
    }

    private static void toggle(Set<String> tags, String tag) {
        if (!tags.remove(tag)) {
            tags.add(tag);
        }
    }

    private static Class<?> type(Step step) {
        return switch (TYPES.get(step.row())) {
            case "tagged" -> Zoo.Tagged.class;
            case "stamped" -> Zoo.Stamped.class;
            default -> Zoo.Snap.class;
        };
    }

    private Object entity(Step step, Set<String> tags) {
        if (type(step) == Zoo.Tagged.class) {
            Zoo.Tagged tagged = new Zoo.Tagged(firstId + step.row());
            tagged.name = "n" + step.value();
            tagged.tags.addAll(tags);
            return tagged;
        }
        if (type(step) == Zoo.Stamped.class) {
            Zoo.Stamped stamped = new Zoo.Stamped();
            stamped.id = firstId + step.row();
            stamped.tags.addAll(tags);
            return stamped;
        }
        Zoo.Snap snap = new Zoo.Snap();
        snap.id = firstId + step.row();
        snap.name = "n" + step.value();
        snap.tags.addAll(tags);
        return snap;
    }

    private static Set<String> tags(Object entity) {
        Set<String> tags = entity instanceof Zoo.Tagged tagged
                ? tagged.tags
                : entity instanceof Zoo.Stamped stamped ? stamped.tags : ((Zoo.Snap) entity).tags;
        Hibernate.initialize(tags);
        return tags;
    }

    /** Returns what was recorded for a target, in its order. */
    List<Told> told(String system) {
        return host.jdbc()
                .query(
                        "select action, model_id, version, data, origin from sync_logs"
                                + " where model_name in ('tagged', 'stamped', 'snap') and model_id in (?, ?, ?, ?, ?)"
                                + " and system_name = ? order by id",
                        (row, number) -> Told.read(
                                row.getString("action"),
                                (int) (Long.parseLong(row.getString("model_id")) - firstId),
                                row.getLong("version"),
                                row.getString("data"),
                                row.getString("origin")),
                        parameters(system));
    }

    private Object[] parameters(String system) {
        List<Object> parameters = new ArrayList<>();
        for (int row = 0; row < TYPES.size(); row++) {
            parameters.add(String.valueOf(firstId + row));
        }
        parameters.add(system);
        return parameters.toArray();
    }

    /** Returns the rows as they are in the host's tables. */
    Map<Integer, Told.State> rows() {
        Map<Integer, Told.State> rows = new LinkedHashMap<>();
        host.run(session -> {
            for (int row = 0; row < TYPES.size(); row++) {
                Object found = session.find(type(new Step(Step.Kind.FLUSH, row, 1, null)), firstId + row);
                if (found != null) {
                    rows.put(row, new Told.State(name(found), new TreeSet<>(tags(found))));
                }
            }
        });
        return rows;
    }

    private static @Nullable String name(Object entity) {
        return entity instanceof Zoo.Tagged tagged ? tagged.name : entity instanceof Zoo.Snap snap ? snap.name : null;
    }
}
