package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.outbox.LeasedEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of preparing entries: each of them is in one of the lists. */
final class Prepared {

    /** To be delivered. */
    final List<EntryDelivery> ready = new ArrayList<>();

    /** To be written, without a call. */
    final List<Result> results = new ArrayList<>();

    /** To be prepared again once the entity that each waits for, which the same worker has in hand, is through. */
    final Map<LeasedEntry, EntityRef> held = new LinkedHashMap<>();

    /** To be prepared again when what was under way meanwhile is settled. */
    final List<LeasedEntry> again = new ArrayList<>();
}
