package io.synctracker.sample.erp;

import io.synctracker.ChangeType;
import io.synctracker.target.Delivery;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change as the ERP's bulk interface wants it.
 *
 * @param key the idempotency key
 * @param action what is to happen
 * @param type what kind of record
 * @param id which record; {@code null} for one that the ERP has no id for
 * @param data the record's fields
 */
record ErpItem(
        String key,
        ChangeType action,
        String type,
        @Nullable String id,
        Map<String, @Nullable Object> data) {

    static ErpItem of(Delivery delivery) {
        String id = delivery.externalId().orElse(null);
        ChangeType action = delivery.action();
        // What the ERP has no id for is new to it, whatever happened here; what it has an id for is not.
        if (action != ChangeType.DELETE) {
            action = id == null ? ChangeType.CREATE : ChangeType.UPDATE;
        }
        return new ErpItem(delivery.id(), action, delivery.entity().type(), id, delivery.payload());
    }
}
