package io.synctracker.web;

import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxEntry;
import io.synctracker.outbox.OutboxFilter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which of the newest entries of the outbox have come or changed. One cheap read a look; what is older is told by
 * nobody, for there may be millions of it. Not thread-safe.
 */
final class EntryChanges {

    private static final OutboxFilter NEWEST = OutboxFilter.ALL.withLimit(50);

    private final Outbox outbox;
    private final Json json;
    private final Clock clock;
    private Map<Long, OutboxEntry> seen = Map.of();

    EntryChanges(Outbox outbox, Json json, Clock clock) {
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** Takes what there is as known. */
    void begin() {
        seen = look();
    }

    /** Returns what has come or changed since the last look, the oldest first. */
    List<StreamEvent> next() {
        Map<Long, OutboxEntry> now = look();
        long at = clock.instant().toEpochMilli();
        List<StreamEvent> events = now.values().stream()
                .filter(entry -> !entry.equals(seen.get(entry.id())))
                .map(entry -> new StreamEvent("entry:" + entry.id(), "entry", at, json.text(entry)))
                .toList();
        seen = now;
        return events;
    }

    private Map<Long, OutboxEntry> look() {
        Map<Long, OutboxEntry> entries = new LinkedHashMap<>();
        outbox.find(NEWEST).stream()
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .forEach(entry -> entries.put(entry.id(), entry));
        return entries;
    }
}
