package io.synctracker.actuate;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** Names the observation of a target's call and its keys. Declare a bean of this type to name them otherwise. */
public interface DeliveryObservationConvention extends ObservationConvention<DeliveryContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof DeliveryContext;
    }
}
