package io.synctracker.relay;

import io.synctracker.target.BatchSyncTarget;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryInterceptor;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a target, and makes something of whatever it does. */
final class Invoker {

    private static final Logger LOGGER = LoggerFactory.getLogger(Invoker.class);

    private final SyncTarget target;
    private final List<DeliveryInterceptor> interceptors;

    Invoker(SyncTarget target, List<DeliveryInterceptor> interceptors) {
        this.target = target;
        this.interceptors = interceptors;
    }

    /** Returns how many deliveries one call takes. */
    int batchSize() {
        return target instanceof BatchSyncTarget batch ? Math.max(1, batch.maxBatchSize()) : 1;
    }

    /** Calls the target; returns one answer for each delivery, {@code null} where it gave none. */
    List<@Nullable DeliveryResult> invoke(List<EntryDelivery> deliveries) {
        try {
            return answers(deliveries);
        } catch (Throwable failure) {
            // Errors too: a class that is missing or a stack that overflows in a target is that target's matter, and
            // a thread that died of it would leave the entry to its lease.
            if (failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError)) {
                LOGGER.error("The target {} failed", target.name(), failure);
            }
            DeliveryResult deferred = DeliveryResult.deferred(ErrorText.of(failure));
            return Collections.nCopies(deliveries.size(), deferred);
        }
    }

    private List<@Nullable DeliveryResult> answers(List<EntryDelivery> deliveries) throws Exception {
        if (target instanceof BatchSyncTarget batch) {
            List<Delivery> all = List.copyOf(deliveries);
            return fitted(around(deliveries.get(0), () -> batch.deliverAll(all)), deliveries.size());
        }
        EntryDelivery only = deliveries.get(0);
        return Collections.singletonList(around(only, () -> target.deliver(only)));
    }

    private static List<@Nullable DeliveryResult> fitted(@Nullable List<DeliveryResult> answers, int size) {
        List<@Nullable DeliveryResult> fitted = new ArrayList<>(size);
        if (answers != null) {
            fitted.addAll(answers.subList(0, Math.min(answers.size(), size)));
        }
        fitted.addAll(Collections.nCopies(size - fitted.size(), null));
        return fitted;
    }

    private <R> R around(EntryDelivery first, DeliveryInterceptor.Call<R> call) throws Exception {
        String trace = first.entry().traceParent() == null ? "" : first.entry().traceParent();
        DeliveryInterceptor.Call<R> wrapped = call;
        for (int i = interceptors.size() - 1; i >= 0; i--) {
            DeliveryInterceptor interceptor = interceptors.get(i);
            DeliveryInterceptor.Call<R> inner = wrapped;
            wrapped = () -> interceptor.around(first, trace, inner);
        }
        return wrapped.proceed();
    }
}
