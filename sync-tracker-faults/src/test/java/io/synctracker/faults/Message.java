package io.synctracker.faults;

import io.synctracker.EntityRef;
import io.synctracker.target.Delivery;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes over the wire for one delivery: a line. */
record Message(String node, EntityRef entity, String action, long sequence, int attempt, long revision, String stamp) {

    private static final String TAB = "\t";

    static Message of(String node, Delivery delivery) {
        boolean delete = delivery.action() == io.synctracker.ChangeType.DELETE;
        Map<String, @Nullable Object> payload = delivery.payload();
        long revision = delete ? 0 : Long.parseLong(String.valueOf(payload.get("revision")));
        String stamp = delete ? "" : String.valueOf(payload.get("stamp"));
        return new Message(
                node,
                delivery.entity(),
                delivery.action().name(),
                delivery.sequence(),
                delivery.attempt(),
                revision,
                stamp);
    }

    String line() {
        return String.join(
                TAB,
                List.of(
                        node,
                        entity.type(),
                        entity.id(),
                        action,
                        Long.toString(sequence),
                        Integer.toString(attempt),
                        Long.toString(revision),
                        stamp));
    }

    static Message read(String line) {
        String[] parts = line.split(TAB, -1);
        return new Message(
                parts[0],
                new EntityRef(parts[1], parts[2]),
                parts[3],
                Long.parseLong(parts[4]),
                Integer.parseInt(parts[5]),
                Long.parseLong(parts[6]),
                parts[7]);
    }
}
