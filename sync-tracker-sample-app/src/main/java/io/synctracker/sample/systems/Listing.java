package io.synctracker.sample.systems;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records of one kind, by id, in pages. Thread-safe.
 *
 * <p>Each is a map of what it has, with an {@code id}.
 */
final class Listing {

    private final int pageSize;
    private final @Nullable String day;
    private final TreeMap<String, Map<String, @Nullable Object>> records = new TreeMap<>();

    /**
     * Makes an empty one.
     *
     * @param pageSize how many records a page has at most
     * @param day what of a record {@code from} and {@code to} mean; {@code null} if they mean nothing
     */
    Listing(int pageSize, @Nullable String day) {
        this.pageSize = pageSize;
        this.day = day;
    }

    synchronized void add(Map<String, @Nullable Object> record) {
        records.put(String.valueOf(record.get("id")), record);
    }

    /** Changes some fields of a record. */
    synchronized Optional<Map<String, @Nullable Object>> edit(String id, Map<String, @Nullable Object> fields) {
        return Optional.ofNullable(records.computeIfPresent(id, (key, record) -> {
            Map<String, @Nullable Object> changed = new LinkedHashMap<>(record);
            changed.putAll(fields);
            changed.put("id", key);
            return Collections.unmodifiableMap(changed);
        }));
    }

    synchronized int size() {
        return records.size();
    }

    /** Answers with the page of that number; 1 is the first. */
    synchronized Answer numbered(Map<String, String> query) {
        try {
            int page = Integer.parseInt(query.getOrDefault("page", "1"));
            int size = size(query, "per_page");
            if (page < 1) {
                return Answer.error(400, "The first page is 1");
            }
            List<Map<String, @Nullable Object>> all = new ArrayList<>(records.values());
            int from = (int) Math.min((page - 1L) * size, all.size());
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("data", all.subList(from, Math.min(from + size, all.size())));
            answer.put("page", page);
            answer.put("total", all.size());
            return Answer.of(200, answer);
        } catch (NumberFormatException malformed) {
            return Answer.error(400, "page and per_page are whole numbers");
        }
    }

    /** Answers with the page after a cursor, which is the id of the last record that was seen. */
    synchronized Answer after(Map<String, String> query) {
        try {
            int size = size(query, "limit");
            List<Map<String, @Nullable Object>> found =
                    records.tailMap(query.getOrDefault("cursor", ""), false).values().stream()
                            .filter(record -> isWithin(record, query.get("from"), query.get("to")))
                            .limit(size + 1L)
                            .toList();
            boolean more = found.size() > size;
            List<Map<String, @Nullable Object>> items = more ? found.subList(0, size) : found;
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("items", items);
            answer.put("next_cursor", more ? items.get(size - 1).get("id") : null);
            return Answer.of(200, answer);
        } catch (NumberFormatException malformed) {
            return Answer.error(400, "limit is a whole number");
        } catch (DateTimeException malformed) {
            return Answer.error(400, "from and to are days such as 2026-03-01");
        }
    }

    private int size(Map<String, String> query, String parameter) {
        int asked = Integer.parseInt(query.getOrDefault(parameter, Integer.toString(pageSize)));
        return Math.max(1, Math.min(asked, pageSize));
    }

    private boolean isWithin(Map<String, @Nullable Object> record, @Nullable String from, @Nullable String to) {
        if (day == null) {
            return true;
        }
        LocalDate date = LocalDate.parse(String.valueOf(record.get(day)));
        return (from == null || !date.isBefore(LocalDate.parse(from)))
                && (to == null || !date.isAfter(LocalDate.parse(to)));
    }
}
