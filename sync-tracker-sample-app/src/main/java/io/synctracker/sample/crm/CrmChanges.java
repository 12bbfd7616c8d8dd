package io.synctracker.sample.crm;

import io.synctracker.sample.shop.Customer;
import io.synctracker.sample.shop.CustomerChange;
import io.synctracker.sample.shop.Product;
import io.synctracker.sample.shop.ProductChange;
import io.synctracker.tracking.SyncTracker;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes over what changed in the CRM. The ERP hears of it; the CRM does not, since it knows. */
@Component
class CrmChanges {

    private static final String CRM = "crm";

    private final SyncTracker tracker;
    private final JsonMapper json;

    CrmChanges(SyncTracker tracker, JsonMapper json) {
        this.tracker = tracker;
        this.json = json;
    }

    /** Returns whether the change was of something that the shop knows. */
    boolean apply(CrmChange change) {
        return tracker.applyingFrom(CRM, () -> switch (change.type()) {
            case "Product" -> apply(change, Product.class, ProductChange.class, Product::apply);
            case "Customer" -> apply(change, Customer.class, CustomerChange.class, Customer::apply);
            default -> false;
        });
    }

    private <T, C> boolean apply(CrmChange change, Class<T> type, Class<C> changeType, BiConsumer<T, C> apply) {
        return tracker.findByExternalId(change.id(), CRM, type)
                .map(entity -> {
                    apply.accept(entity, json.treeToValue(change.data(), changeType));
                    return true;
                })
                .orElse(false);
    }
}
