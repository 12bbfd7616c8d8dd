package io.synctracker.testing;

import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A target that remembers what it was given and answers as it is told. */
public final class RecordingTarget implements SyncTarget {

    /** What a target does with a delivery. */
    public interface Behaviour {
        DeliveryResult answer(Delivery delivery) throws Exception;
    }

    public final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

    private final String name;
    private volatile Behaviour behaviour = delivery -> DeliveryResult.accepted();

    public RecordingTarget(String name) {
        this.name = name;
    }

    public void answers(DeliveryResult result) {
        behaviour = delivery -> result;
    }

    public void does(Behaviour other) {
        behaviour = other;
    }

    /** Returns what was delivered, such as {@code create customer 1}. */
    public List<String> told() {
        return deliveries.stream()
                .map(delivery -> delivery.action().name().toLowerCase(java.util.Locale.ROOT) + " " + delivery.entity())
                .toList();
    }

    public Delivery last() {
        return deliveries.get(deliveries.size() - 1);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) throws Exception {
        deliveries.add(delivery);
        return behaviour.answer(delivery);
    }
}
