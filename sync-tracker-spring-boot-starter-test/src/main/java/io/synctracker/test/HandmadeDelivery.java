package io.synctracker.test;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.target.Delivery;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A delivery that no relay has made. */
record HandmadeDelivery(
        String system,
        EntityRef entity,
        ChangeType action,
        int attempt,
        long sequence,
        @Nullable String knownAs,
        Map<String, @Nullable Object> payload,
        Instant changedAt,
        @Nullable Object source)
        implements Delivery {

    HandmadeDelivery {
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
    }

    @Override
    public String id() {
        return system + ":" + entity.type() + ":" + entity.id() + ":" + sequence;
    }

    @Override
    public Optional<String> externalId() {
        return Optional.ofNullable(knownAs);
    }

    @Override
    public <T> Optional<T> entityAs(Class<T> type) {
        return Optional.ofNullable(source).filter(type::isInstance).map(type::cast);
    }

    HandmadeDelivery withSystem(String other) {
        return new HandmadeDelivery(other, entity, action, attempt, sequence, knownAs, payload, changedAt, source);
    }

    HandmadeDelivery withAttempt(int other) {
        return new HandmadeDelivery(system, entity, action, other, sequence, knownAs, payload, changedAt, source);
    }

    HandmadeDelivery withSequence(long other) {
        return new HandmadeDelivery(system, entity, action, attempt, other, knownAs, payload, changedAt, source);
    }

    HandmadeDelivery withExternalId(String other) {
        return new HandmadeDelivery(system, entity, action, attempt, sequence, other, payload, changedAt, source);
    }

    HandmadeDelivery withPayload(Map<String, @Nullable Object> other) {
        return new HandmadeDelivery(system, entity, action, attempt, sequence, knownAs, other, changedAt, source);
    }

    HandmadeDelivery withChangedAt(Instant other) {
        return new HandmadeDelivery(system, entity, action, attempt, sequence, knownAs, payload, other, source);
    }

    HandmadeDelivery withSource(Object other) {
        return new HandmadeDelivery(system, entity, action, attempt, sequence, knownAs, payload, changedAt, other);
    }
}
