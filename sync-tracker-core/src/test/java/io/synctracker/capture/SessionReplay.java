package io.synctracker.capture;

import io.synctracker.capture.Told.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Does the same steps in maps, and says what each target must be told: the naive view of sessions and transactions. */
final class SessionReplay {

    private final Map<Integer, State> committed = new HashMap<>();
    private final Map<Integer, State> flushed = new HashMap<>();
    private final Map<Integer, State> held = new HashMap<>();
    private final Set<Integer> tagged = new HashSet<>();

    /** What came and went since the last flush: Hibernate inserts it and deletes it all the same. */
    private final Map<Integer, State> brief = new HashMap<>();

    private final Map<Integer, Long> versions = new HashMap<>();

    /** Where each touch of a row in this transaction came from, by row, in the order of the first. */
    private final Map<Integer, List<String>> touches = new LinkedHashMap<>();

    private final Map<Integer, State> last = new HashMap<>();
    private final List<Told> told = new ArrayList<>();

    void play(List<Step> steps) {
        for (Step step : steps) {
            play(step);
        }
        commit();
    }

    private void play(Step step) {
        switch (step.kind()) {
            case FLUSH, CLEAR -> flush(null);
            case COMMIT -> commit();
            case ROLLBACK -> restart();
            default -> {
                if (step.origin() == null) {
                    change(step);
                } else {
                    flush(null);
                    change(step);
                    flush(step.origin());
                }
            }
        }
    }

    private void change(Step step) {
        State before = held.get(step.row());
        String type = SessionPlayer.TYPES.get(step.row());
        String name = type.equals("stamped") ? null : "n" + step.value();
        switch (step.kind()) {
            case PERSIST -> {
                if (before == null) {
                    flushRemoval(step.row());
                    held.put(step.row(), new State(name, new TreeSet<>()));
                }
            }
            case MERGE -> {
                if (before != null) {
                    held.put(step.row(), new State(name, before.tags()));
                    if (!before.tags().isEmpty()) {
                        // Hibernate empties the collection and fills it again, and takes that for a change.
                        tagged.add(step.row());
                    }
                } else if (!type.equals("stamped")) {
                    flushRemoval(step.row());
                    held.put(step.row(), new State(name, new TreeSet<>()));
                }
            }
            case REMOVE -> {
                held.remove(step.row());
                if (before != null && !flushed.containsKey(step.row())) {
                    brief.put(step.row(), before);
                }
            }
            case RENAME -> held.computeIfPresent(step.row(), (row, state) -> new State(name, state.tags()));
            case TAG -> held.computeIfPresent(step.row(), (row, state) -> toggled(row, state, "t" + step.value()));
            default -> {}
        }
    }

    private void flushRemoval(int row) {
        boolean removed = flushed.containsKey(row) || brief.containsKey(row);
        if (removed && !held.containsKey(row)) {
            flush(null);
        }
    }

    private State toggled(int row, State state, String tag) {
        TreeSet<String> tags = new TreeSet<>(state.tags());
        if (!tags.remove(tag)) {
            tags.add(tag);
        }
        tagged.add(row);
        return new State(state.name(), tags);
    }

    private void flush(@Nullable String origin) {
        for (int row = 0; row < SessionPlayer.TYPES.size(); row++) {
            State before = flushed.get(row);
            State after = held.get(row);
            State between = brief.get(row);
            if (between != null) {
                touch(row, null, between, origin);
                touch(row, between, null, origin);
            }
            if (!Objects.equals(before, after) || (after != null && tagged.contains(row))) {
                touch(row, before, after, origin);
            }
        }
        flushed.clear();
        flushed.putAll(held);
        tagged.clear();
        brief.clear();
    }

    private void touch(int row, @Nullable State before, @Nullable State after, @Nullable String origin) {
        last.put(row, after == null ? Objects.requireNonNull(before) : after);
        touches.computeIfAbsent(row, any -> new ArrayList<>()).add(String.valueOf(origin));
        if (after == null && !committed.containsKey(row)) {
            touches.remove(row);
        }
    }

    private void commit() {
        flush(null);
        touches.forEach((row, origins) -> {
            State before = committed.get(row);
            State after = flushed.get(row);
            String action = before == null ? "create" : after == null ? "delete" : "update";
            long version = before == null ? 1 : Objects.requireNonNull(versions.get(row)) + 1;
            versions.put(row, version);
            boolean stored =
                    action.equals("delete") || SessionPlayer.TYPES.get(row).equals("snap");
            String origin = origins.get(0).equals("null") || Set.copyOf(origins).size() > 1 ? null : origins.get(0);
            told.add(new Told(action, row, version, stored ? state(action, row) : null, origin));
        });
        committed.clear();
        committed.putAll(flushed);
        restart();
    }

    private State state(String action, int row) {
        State state = Objects.requireNonNull(last.get(row));
        return action.equals("delete") ? new State(state.name(), new TreeSet<>()) : state;
    }

    private void restart() {
        flushed.clear();
        flushed.putAll(committed);
        held.clear();
        held.putAll(committed);
        tagged.clear();
        brief.clear();
        touches.clear();
        last.clear();
    }

    /** Returns what a target must be told, of each row in its order. */
    List<Told> told(String system) {
        return told.stream().filter(entry -> !system.equals(entry.origin())).toList();
    }

    Map<Integer, State> rows() {
        return committed;
    }
}
