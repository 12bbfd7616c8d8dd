package io.synctracker.target;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A delivery made by hand. */
record HttpDelivery(
        String id, ChangeType action, EntityRef entity, Optional<String> externalId, Map<String, Object> payload)
        implements Delivery {

    static HttpDelivery create() {
        return new HttpDelivery(
                "crm-7", ChangeType.CREATE, new EntityRef("product", "42"), Optional.empty(), Map.of("name", "Tea"));
    }

    static HttpDelivery update(String externalId) {
        return create().with(ChangeType.UPDATE).withExternalId(externalId);
    }

    static HttpDelivery delete(String externalId) {
        return create().with(ChangeType.DELETE).withExternalId(externalId);
    }

    HttpDelivery with(ChangeType other) {
        return new HttpDelivery(id, other, entity, externalId, payload);
    }

    HttpDelivery withId(String other) {
        return new HttpDelivery(other, action, entity, externalId, payload);
    }

    HttpDelivery withEntity(String type, String entityId) {
        return new HttpDelivery(id, action, new EntityRef(type, entityId), externalId, payload);
    }

    HttpDelivery withExternalId(@Nullable String other) {
        return new HttpDelivery(id, action, entity, Optional.ofNullable(other), payload);
    }

    HttpDelivery withPayload(Map<String, Object> other) {
        return new HttpDelivery(id, action, entity, externalId, other);
    }

    @Override
    public String system() {
        return "crm";
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public long sequence() {
        return 12;
    }

    @Override
    public Instant changedAt() {
        return Instant.parse("2026-03-01T10:15:30Z");
    }

    @Override
    public <T> Optional<T> entityAs(Class<T> type) {
        return Optional.empty();
    }
}
