package io.synctracker.test;

import static java.util.Objects.requireNonNull;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.target.Delivery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds deliveries by hand, to test a target without a database:
 *
 * <pre>{@code
 * Delivery delivery = Deliveries.updated("product", 42).with("name", "Tea").externalId("A-1").to("crm");
 * assertThat(target.deliver(delivery)).isEqualTo(DeliveryResult.accepted("A-1"));
 * }</pre>
 *
 * <p>Immutable: every method returns another builder, so that deliveries can share a beginning.
 */
public final class Deliveries {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final HandmadeDelivery made;

    private Deliveries(HandmadeDelivery made) {
        this.made = made;
    }

    /**
     * Begins a delivery of a new entity.
     *
     * @param type the entity's logical type
     * @param id its id
     */
    public static Deliveries created(String type, Object id) {
        return of(ChangeType.CREATE, type, id);
    }

    /**
     * Begins a delivery of a changed entity.
     *
     * @param type the entity's logical type
     * @param id its id
     */
    public static Deliveries updated(String type, Object id) {
        return of(ChangeType.UPDATE, type, id);
    }

    /**
     * Begins a delivery of a deleted entity.
     *
     * @param type the entity's logical type
     * @param id its id
     */
    public static Deliveries deleted(String type, Object id) {
        return of(ChangeType.DELETE, type, id);
    }

    private static Deliveries of(ChangeType action, String type, Object id) {
        EntityRef entity = new EntityRef(type, id.toString());
        return new Deliveries(new HandmadeDelivery("", entity, action, 1, 1, null, Map.of(), LONG_AGO, null));
    }

    /**
     * Adds an attribute to the payload.
     *
     * @param attribute its name
     * @param value its value, as JSON knows it: text, number, boolean, list, map or {@code null}
     */
    public Deliveries with(String attribute, @Nullable Object value) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>(made.payload());
        payload.put(requireNonNull(attribute, "attribute"), value);
        return new Deliveries(made.withPayload(payload));
    }

    /**
     * Says under which id the system knows the entity; by default it does not.
     *
     * @param externalId the id
     */
    public Deliveries externalId(String externalId) {
        return new Deliveries(made.withExternalId(requireNonNull(externalId, "externalId")));
    }

    /**
     * Says which attempt it is; by default the first.
     *
     * @param attempt 1 or more
     */
    public Deliveries attempt(int attempt) {
        return new Deliveries(made.withAttempt(attempt));
    }

    /**
     * Says which place the change has among those of the entity; by default 1. The delivery's id follows from it.
     *
     * @param sequence 1 or more
     */
    public Deliveries sequence(long sequence) {
        return new Deliveries(made.withSequence(sequence));
    }

    /**
     * Says when the change was recorded; by default at the beginning of 2026.
     *
     * @param changedAt the time
     */
    public Deliveries changedAt(Instant changedAt) {
        return new Deliveries(made.withChangedAt(requireNonNull(changedAt, "changedAt")));
    }

    /**
     * Adds the entity itself, for targets that ask for {@link Delivery#entityAs(Class)}; by default there is none.
     *
     * @param entity the entity
     */
    public Deliveries entity(Object entity) {
        return new Deliveries(made.withSource(requireNonNull(entity, "entity")));
    }

    /**
     * Ends the delivery.
     *
     * @param system the target's name
     */
    public Delivery to(String system) {
        return made.withSystem(requireNonNull(system, "system"));
    }
}
