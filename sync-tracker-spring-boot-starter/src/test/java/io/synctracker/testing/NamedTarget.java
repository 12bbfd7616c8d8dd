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
    private final List<String> threads = new CopyOnWriteArrayList<>();

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
        threads.add(Thread.currentThread().toString());
        return DeliveryResult.accepted(name + "-" + delivery.entity().id());
    }

    public List<Delivery> deliveries() {
        return deliveries;
    }

    /** Returns the threads that called, as they write themselves. */
    public List<String> threads() {
        return threads;
    }
}
