package io.synctracker.actuate;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryInterceptor;
import org.jspecify.annotations.Nullable;

/** Observes every call of a target, and continues the trace of the transaction that made the change. */
final class ObservedDeliveries implements DeliveryInterceptor {

    private static final DeliveryObservationConvention DEFAULT = new DefaultDeliveryObservationConvention();

    private final ObservationRegistry registry;
    private final @Nullable DeliveryObservationConvention convention;

    ObservedDeliveries(ObservationRegistry registry, @Nullable DeliveryObservationConvention convention) {
        this.registry = registry;
        this.convention = convention;
    }

    @Override
    public <R> R around(Delivery delivery, String traceParent, Call<R> call) throws Exception {
        DeliveryContext context = new DeliveryContext(delivery, traceParent);
        Observation observation =
                DeliveryObservation.DELIVERY.observation(convention, DEFAULT, () -> context, registry);
        return observation.observeChecked(() -> {
            R answer = call.proceed();
            context.answered(answer);
            return answer;
        });
    }
}
