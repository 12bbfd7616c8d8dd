package io.synctracker.test;

import static java.util.Objects.requireNonNull;

import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A target that remembers what it is given and answers as it was told. Unless it was told otherwise it accepts
 * everything, with {@code <its name>-<the entity's id>} as the external id. Thread-safe.
 */
public final class RecordingTarget implements SyncTarget {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private volatile Answer standing;
    private volatile @Nullable CountDownLatch gate;

    /**
     * Creates a target that accepts everything.
     *
     * @param name the external system's name
     */
    public RecordingTarget(String name) {
        this.name = requireNonNull(name, "name");
        this.standing = this::accept;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) throws Exception {
        deliveries.add(delivery);
        CountDownLatch closed = gate;
        if (closed != null) {
            closed.await();
        }
        Answer scripted = next.poll();
        return (scripted == null ? standing : scripted).to(delivery);
    }

    /**
     * Answers everything alike from now on.
     *
     * @param result the answer
     * @return this target
     */
    public RecordingTarget answer(DeliveryResult result) {
        requireNonNull(result, "result");
        return answer(delivery -> result);
    }

    /**
     * Answers everything by a rule from now on.
     *
     * @param rule makes the answer; what it throws, the target throws
     * @return this target
     */
    public RecordingTarget answer(Function<Delivery, DeliveryResult> rule) {
        standing = requireNonNull(rule, "rule")::apply;
        return this;
    }

    /**
     * Answers the next deliveries, one after the other, before it goes on as before.
     *
     * @param results the answers
     * @return this target
     */
    public RecordingTarget answerNext(DeliveryResult... results) {
        Arrays.stream(results).forEach(result -> next.add(delivery -> result));
        return this;
    }

    /**
     * Throws at the next delivery.
     *
     * @return this target
     */
    public RecordingTarget failNext() {
        return failNext(1);
    }

    /**
     * Throws at the next deliveries.
     *
     * @param times how many
     * @return this target
     */
    public RecordingTarget failNext(int times) {
        for (int i = 0; i < times; i++) {
            next.add(delivery -> {
                throw new IllegalStateException(name + " fails as the test told it to");
            });
        }
        return this;
    }

    /**
     * Lets every delivery hang until {@link #release()}.
     *
     * @return this target
     */
    public RecordingTarget hang() {
        gate = new CountDownLatch(1);
        return this;
    }

    /** Lets the deliveries that hang go on, and those to come not hang. */
    public void release() {
        CountDownLatch closed = gate;
        gate = null;
        if (closed != null) {
            closed.countDown();
        }
    }

    /** Returns everything that arrived, in the order in which it did; retries included. */
    public List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /**
     * Returns what arrived of one entity.
     *
     * @param type the entity's logical type
     * @param id its id
     */
    public List<Delivery> deliveries(String type, Object id) {
        return deliveries.stream()
                .filter(delivery -> delivery.entity().type().equals(type))
                .filter(delivery -> delivery.entity().id().equals(id.toString()))
                .toList();
    }

    /**
     * Waits until so many deliveries have arrived, or more, for at most ten seconds.
     *
     * @param count how many, since the last {@link #reset()}
     * @return everything that arrived
     * @throws org.awaitility.core.ConditionTimeoutException if they do not arrive
     */
    public List<Delivery> awaitDeliveries(int count) {
        Awaitility.await(count + " deliveries to " + name)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> deliveries.size() >= count);
        return deliveries();
    }

    /** Forgets what arrived and what it was told; lets go on what hangs. */
    public void reset() {
        next.clear();
        standing = this::accept;
        release();
        deliveries.clear();
    }

    private DeliveryResult accept(Delivery delivery) {
        return DeliveryResult.accepted(name + "-" + delivery.entity().id());
    }

    /** Returns the name and how much arrived. */
    @Override
    public String toString() {
        return "RecordingTarget[" + name + ", " + deliveries.size() + " deliveries]";
    }

    /** How one delivery is answered. */
    private interface Answer {
        DeliveryResult to(Delivery delivery) throws Exception;
    }
}
