package io.synctracker.connector;

import io.synctracker.SyncTrackerException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page's records, those that may be applied apart from those that cannot.
 *
 * @param candidates which may be applied, each id once
 * @param refused which cannot
 */
record Sorting(List<Candidate> candidates, List<Refused> refused) {

    private static final int MAX_ID = 255;

    static Sorting of(Bound bound, List<RemoteRecord> records) {
        List<Refused> refused = new ArrayList<>();
        Map<String, List<Candidate>> byId = new LinkedHashMap<>();
        for (RemoteRecord record : records) {
            String problem = problem(record);
            if (problem != null) {
                refused.add(new Refused(record, problem, false));
                continue;
            }
            try {
                Candidate candidate = Candidate.of(bound, record);
                byId.computeIfAbsent(candidate.externalId(), id -> new ArrayList<>())
                        .add(candidate);
            } catch (SyncTrackerException e) {
                refused.add(new Refused(
                        RemoteRecord.of(String.valueOf(record.externalId()), Map.of()),
                        String.valueOf(e.getMessage()),
                        false));
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        byId.values().forEach(same -> {
            if (same.stream().map(Candidate::hash).distinct().count() == 1) {
                candidates.add(same.get(0));
            } else {
                // They share a row there: it keeps the last one.
                same.forEach(each -> refused.add(
                        each.refused("Its id is on the page " + same.size() + " times, with different content.")));
            }
        });
        return new Sorting(candidates, refused);
    }

    private static @Nullable String problem(RemoteRecord record) {
        String id = record.externalId();
        if (id == null || id.isBlank()) {
            return "It has no id.";
        }
        if (id.length() > MAX_ID) {
            return "Its id has " + id.length() + " characters; " + MAX_ID + " is the limit.";
        }
        return isStorable(id) ? null : "Its id holds a NUL or half a character, which no database takes.";
    }

    static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(point -> point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
