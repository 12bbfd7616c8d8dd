package io.synctracker.connector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what changed records say, before any entity is touched. */
final class ChangeReader {

    private final Bound bound;
    private final Standings standings;

    ChangeReader(Bound bound, Standings standings) {
        this.bound = bound;
        this.standings = standings;
    }

    /** Returns what can be applied; the others are refused, with their reason. */
    List<Change> read(List<Candidate> candidates, Consumer<Refused> refused) {
        List<Change> changes = new ArrayList<>();
        for (Candidate candidate : candidates) {
            try {
                RemoteRecord record = candidate.record();
                changes.add(new Change(candidate, record.deleted() ? Map.of() : bound.read(record)));
            } catch (MisfitException e) {
                refused.accept(candidate.refused(String.valueOf(e.getMessage())));
            }
        }
        return withParents(changes, refused);
    }

    private List<Change> withParents(List<Change> changes, Consumer<Refused> refused) {
        List<Field> references =
                bound.fields().stream().filter(field -> field.parent() != null).toList();
        List<Change> left = changes;
        for (Field reference : references) {
            left = withParent(left, reference, refused);
        }
        return left;
    }

    private List<Change> withParent(List<Change> changes, Field reference, Consumer<Refused> refused) {
        String model = String.valueOf(reference.parent());
        Set<String> wanted = new HashSet<>();
        changes.forEach(change -> add(wanted, change.values().get(reference)));
        Map<String, String> found = standings.entities(bound.system(), model, wanted);
        List<Change> left = new ArrayList<>();
        for (Change change : changes) {
            Object parent = change.values().get(reference);
            String id = parent == null ? null : found.get(parent.toString());
            if (parent == null) {
                left.add(change);
            } else if (id != null) {
                left.add(change.with(reference, id));
            } else {
                refused.accept(new Refused(change.candidate().record(), missing(reference, model), true));
            }
        }
        return left;
    }

    private static void add(Set<String> ids, @Nullable Object id) {
        if (id != null) {
            ids.add(id.toString());
        }
    }

    private static String missing(Field reference, String model) {
        return "The " + model + " that '" + reference.source() + "' names is not here (attribute '" + reference.path()
                + "').";
    }

    /** Reads natural keys. */
    Map<Change, Map<Field, @Nullable Object>> keys(List<Change> changes, Consumer<Refused> refused) {
        Map<Change, Map<Field, @Nullable Object>> keys = new HashMap<>();
        for (Change change : changes) {
            try {
                keys.put(change, bound.readKey(change.candidate().record()));
            } catch (MisfitException e) {
                refused.accept(change.candidate().refused(String.valueOf(e.getMessage())));
            }
        }
        return keys;
    }
}
