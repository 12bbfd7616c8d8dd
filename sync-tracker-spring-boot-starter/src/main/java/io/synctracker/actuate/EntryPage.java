package io.synctracker.actuate;

import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxEntry;
import io.synctracker.outbox.OutboxFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, newest first.
 *
 * @param entries the entries
 * @param olderThan what to ask for to get the next page, or {@code null} if this is the last one
 */
record EntryPage(List<OutboxEntry> entries, @Nullable Long olderThan) {

    static EntryPage of(Outbox outbox, OutboxFilter filter) {
        List<OutboxEntry> entries = outbox.find(filter);
        boolean full = entries.size() == filter.limit();
        return new EntryPage(entries, full ? entries.get(entries.size() - 1).id() : null);
    }
}
