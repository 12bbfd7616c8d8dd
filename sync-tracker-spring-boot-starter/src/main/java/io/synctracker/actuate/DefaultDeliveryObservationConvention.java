package io.synctracker.actuate;

import io.micrometer.common.KeyValues;
import io.synctracker.actuate.DeliveryObservation.Keys;
import io.synctracker.target.Delivery;
import java.util.Locale;

/** The names that the documentation lists. No key holds an id, so that there are few values of each. */
final class DefaultDeliveryObservationConvention implements DeliveryObservationConvention {

    @Override
    public String getName() {
        return DeliveryObservation.DELIVERY.getName();
    }

    @Override
    public String getContextualName(DeliveryContext context) {
        Delivery delivery = context.delivery();
        return "deliver " + delivery.entity().type() + " to " + delivery.system();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(DeliveryContext context) {
        Delivery delivery = context.delivery();
        return KeyValues.of(
                Keys.TARGET.withValue(delivery.system()),
                Keys.TYPE.withValue(delivery.entity().type()),
                Keys.ACTION.withValue(delivery.action().name().toLowerCase(Locale.ROOT)),
                Keys.OUTCOME.withValue(context.outcome()));
    }
}
