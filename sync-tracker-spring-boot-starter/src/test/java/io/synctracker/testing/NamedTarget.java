package io.synctracker.testing;

import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accepts everything and remembers it. */
public final class NamedTarget implements SyncTarget {

    private final String name;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

    public NamedTarget(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        deliveries.add(delivery);
        return DeliveryResult.accepted(name + "-" + delivery.entity().id());
    }

    public List<Delivery> deliveries() {
        return deliveries;
    }
}
