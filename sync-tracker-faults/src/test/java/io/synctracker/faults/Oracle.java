package io.synctracker.faults;

import io.synctracker.EntityRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the world was told with what the application has committed, and says what is wrong. Knows nothing of
 * how the library works.
 */
final class Oracle {

    private final Map<EntityRef, List<Visit>> told;
    private final Map<EntityRef, List<Write>> written;
    private final List<String> violations = new ArrayList<>();

    private Oracle(List<Visit> visits, Map<EntityRef, List<Write>> written) {
        this.told = visits.stream()
                .sorted(Comparator.comparingLong(Visit::began))
                .collect(Collectors.groupingBy(Visit::entity, LinkedHashMap::new, Collectors.toList()));
        this.written = written;
    }

    /**
     * Judges the end of a run, after which everything that was committed should have arrived.
     *
     * @param visits what the world was told
     * @param written what was committed, of each entity in the order of its revisions
     * @param told which types must have each of their changes told, and not only the last
     * @return what is wrong; nothing if all is well
     */
    static List<String> judge(List<Visit> visits, Map<EntityRef, List<Write>> written, Set<String> told) {
        Oracle oracle = new Oracle(visits, written);
        oracle.told.forEach((entity, list) -> {
            oracle.overlaps(entity, list);
            oracle.order(entity, list);
            oracle.inventions(entity, list);
        });
        written.forEach((entity, list) -> {
            oracle.lastState(entity, list);
            if (told.contains(entity.type())) {
                oracle.gaps(entity, list);
            }
        });
        return oracle.violations;
    }

    private List<Visit> told(EntityRef entity) {
        return told.getOrDefault(entity, List.of());
    }

    private void overlaps(EntityRef entity, List<Visit> visits) {
        Visit latest = null;
        for (Visit visit : visits) {
            if (latest != null && latest.ended() > visit.began()) {
                violations.add("overlap: " + entity + " was delivered twice at once: " + latest + " and " + visit);
            }
            latest = latest == null || visit.ended() > latest.ended() ? visit : latest;
        }
    }

    private void order(EntityRef entity, List<Visit> visits) {
        long sequence = 0;
        long revision = 0;
        for (Visit visit : visits) {
            if (visit.sequence() < sequence) {
                violations.add("order: " + entity + " was told of " + sequence + " before " + visit);
            }
            if (!visit.isDelete() && visit.revision() < revision) {
                violations.add("order: " + entity + " was told of revision " + revision + " before " + visit);
            }
            sequence = Math.max(sequence, visit.sequence());
            revision = Math.max(revision, visit.revision());
        }
    }

    private void inventions(EntityRef entity, List<Visit> visits) {
        Set<String> stamps = new HashSet<>();
        boolean deleted = false;
        for (Write write : written.getOrDefault(entity, List.of())) {
            stamps.add(write.stamp());
            deleted |= write.isDelete();
        }
        for (Visit visit : visits) {
            if (visit.isDelete() ? !deleted : !stamps.contains(visit.stamp())) {
                violations.add("invention: nobody has committed what " + visit + " tells");
            }
        }
    }

    private void lastState(EntityRef entity, List<Write> writes) {
        Write last = writes.get(writes.size() - 1);
        Visit holds = null;
        for (Visit visit : told(entity)) {
            holds = visit.applied() ? visit : holds;
        }
        if (!agrees(last, holds)) {
            violations.add("lost: " + entity + " ends as " + last + ", and the world holds " + holds);
        }
    }

    private static boolean agrees(Write last, @Nullable Visit holds) {
        boolean absent = holds == null || holds.isDelete();
        return last.isDelete()
                ? absent
                : !absent
                        && Objects.requireNonNull(holds).revision() == last.revision()
                        && holds.stamp().equals(last.stamp());
    }

    /** Each change of an entity, once each and in their order, leaving aside what was told again. */
    private void gaps(EntityRef entity, List<Write> writes) {
        Map<Long, String> first = new TreeMap<>();
        for (Visit visit : told(entity)) {
            if (visit.applied()) {
                first.putIfAbsent(visit.sequence(), visit.action() + " " + visit.stamp());
            }
        }
        List<String> expected = writes.stream()
                .map(write -> write.action() + " " + (write.isDelete() ? "" : write.stamp()))
                .toList();
        if (!List.copyOf(first.values()).equals(expected)) {
            violations.add("gap: of " + entity + " there was " + expected + ", and the world was told " + first);
        }
    }
}
