package io.synctracker.sample.systems;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The records of one system, in memory. Thread-safe. */
final class RecordStore {

    private static final int KEYS_REMEMBERED = 50_000;
    private static final String NO_SUCH_RECORD = "No such record";

    private final String prefix;
    private final Map<String, StoredRecord> records = new LinkedHashMap<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > KEYS_REMEMBERED;
        }
    };

    RecordStore(String prefix) {
        this.prefix = prefix;
    }

    /** Does what a client asks for, once: the same key again gets the first answer, and changes nothing. */
    synchronized Answer apply(Change change) {
        if (change.key() == null) {
            return applyNow(change);
        }
        Answer first = answers.get(change.key());
        if (first != null) {
            return first;
        }
        Answer answer = applyNow(change);
        if (answer.accepted()) {
            answers.put(change.key(), answer);
        }
        return answer;
    }

    private Answer applyNow(Change change) {
        return switch (change.action()) {
            case CREATE -> create(change);
            case UPDATE -> update(change);
            case DELETE -> delete(change);
        };
    }

    private Answer create(Change change) {
        String unknown = change.unknownReference();
        if (unknown != null) {
            return Answer.error(422, "The " + unknown + " is not known here yet");
        }
        StoredRecord created = new StoredRecord(newId(), change.type(), 1, data(change));
        records.put(created.id(), created);
        return Answer.of(201, Map.of("id", created.id()));
    }

    private Answer update(Change change) {
        return replace(change.id(), record -> record.writtenWith(data(change)))
                .map(record -> Answer.of(200, Map.of("id", record.id())))
                .orElseGet(() -> Answer.error(404, NO_SUCH_RECORD));
    }

    private Answer delete(Change change) {
        return records.remove(change.id()) == null ? Answer.error(404, NO_SUCH_RECORD) : Answer.DONE;
    }

    private static Map<String, @Nullable Object> data(Change change) {
        return change.data() == null ? Map.of() : change.data();
    }

    /** Changes some fields of a record, as a user of this system does. */
    synchronized Optional<StoredRecord> edit(String id, Map<String, @Nullable Object> fields) {
        return replace(id, record -> record.changedWith(fields));
    }

    private Optional<StoredRecord> replace(@Nullable String id, UnaryOperator<StoredRecord> by) {
        return Optional.ofNullable(records.computeIfPresent(String.valueOf(id), (key, record) -> by.apply(record)));
    }

    private String newId() {
        String id;
        do {
            // Random, so that a system that starts again with nothing never gives a new record an old one's id.
            id = prefix + "-" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000000, 0x7fffffff));
        } while (records.containsKey(id));
        return id;
    }

    synchronized List<StoredRecord> all(String type) {
        return records.values().stream()
                .filter(record -> record.type().equals(type))
                .toList();
    }

    synchronized Optional<StoredRecord> find(String id) {
        return Optional.ofNullable(records.get(id));
    }

    /** Returns how many records of each type there are. */
    synchronized Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        records.values().forEach(record -> counts.merge(record.type(), 1, Integer::sum));
        return counts;
    }

    /** Returns the records that were created last, newest first. */
    synchronized List<StoredRecord> newest(int limit) {
        List<StoredRecord> all = new ArrayList<>(records.values());
        Collections.reverse(all);
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }
}
