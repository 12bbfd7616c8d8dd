package io.synctracker.relay;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.store.TrackedVersion;
import io.synctracker.target.Delivery;
import io.synctracker.testing.Depot;
import io.synctracker.testing.World;
import io.synctracker.tracking.LinkChange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is in the database and what a system holds, in maps. Whatever a delivery says must come from here. */
final class DeliveryModel {

    private static final String LATEST = "customer";

    /** Two that are read when they are delivered, one that is stored, and one that is stored and not folded. */
    static final List<EntityRef> ENTITIES = List.of(
            new EntityRef(LATEST, "1"),
            new EntityRef(LATEST, "2"),
            new EntityRef("doc", "1"),
            new EntityRef("note", "1"));

    /** What was wrong with a delivery, since a target that throws is only tried again. */
    final List<String> wrong = new CopyOnWriteArrayList<>();

    private final Depot depot;
    private final World world;
    private final Map<EntityRef, Integer> rows = new ConcurrentHashMap<>();
    private final Map<EntityRef, Integer> held = new ConcurrentHashMap<>();
    private final Map<Long, Integer> recorded = new ConcurrentHashMap<>();
    private final Map<EntityRef, Long> last = new ConcurrentHashMap<>();
    private volatile boolean requeued;
    private int next;

    DeliveryModel(Depot depot, World world) {
        this.depot = depot;
        this.world = world;
        depot.clear();
        world.clear();
        Set<ChangeType> all = Set.of(ChangeType.values());
        world.track(LATEST, "crm");
        world.track("doc", "crm");
        world.track("note", false, all, "crm");
    }

    void save(EntityRef entity) {
        int value = ++next;
        Integer before = rows.put(entity, value);
        world.put(entity, Map.of("n", value));
        String data = entity.type().equals(LATEST) ? null : "{\"n\":" + value + "}";
        recorded.put(depot.change("crm", entity, before == null ? ChangeType.CREATE : ChangeType.UPDATE, data), value);
    }

    void remove(EntityRef entity) {
        Integer before = rows.remove(entity);
        if (before != null) {
            world.remove(entity);
            recorded.put(depot.change("crm", entity, ChangeType.DELETE, "{\"n\":" + before + "}"), before);
        }
    }

    void mark(EntityRef entity) {
        Integer row = rows.get(entity);
        if (row != null) {
            depot.transactions()
                    .executeWithoutResult(status -> depot.connected(connection -> {
                        TrackedVersion version = Objects.requireNonNull(depot.links()
                                .versions(connection, List.of(entity))
                                .get(entity));
                        return depot.links().write(connection, List.of(LinkChange.synced(version, "crm", null, null)));
                    }));
            held.put(entity, row);
        }
    }

    void requeued() {
        requeued = true;
    }

    /** Looks at what the system is told. */
    void look(Delivery delivery) {
        Integer said = (Integer) delivery.payload().get("n");
        boolean stored = !delivery.entity().type().equals(LATEST);
        boolean deletes = delivery.action() == ChangeType.DELETE;
        Integer right = stored || deletes ? recorded.get(delivery.sequence()) : rows.get(delivery.entity());
        if (said != null && !said.equals(right)) {
            wrong.add(text(delivery) + " says " + said + " instead of " + right);
        }
        if (said == null && !deletes) {
            wrong.add(text(delivery) + " says nothing");
        }
        Long before = last.put(delivery.entity(), delivery.sequence());
        if (before != null && before > delivery.sequence() && !requeued) {
            wrong.add(text(delivery) + " comes after " + before);
        }
    }

    /** The system takes what it is told. */
    void take(Delivery delivery) {
        if (delivery.action() == ChangeType.DELETE) {
            held.remove(delivery.entity());
        } else {
            held.put(delivery.entity(), (Integer)
                    Objects.requireNonNull(delivery.payload().get("n")));
        }
    }

    private static String text(Delivery delivery) {
        return delivery.action() + " " + delivery.entity() + " #" + delivery.sequence();
    }

    Map<EntityRef, Integer> rows() {
        return Map.copyOf(rows);
    }

    Map<EntityRef, Integer> held() {
        return Map.copyOf(held);
    }
}
