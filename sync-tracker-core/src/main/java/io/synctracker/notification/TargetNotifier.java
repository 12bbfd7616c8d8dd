package io.synctracker.notification;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.SyncTrackerException;
import io.synctracker.job.JobRun;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.target.SyncTarget;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells another system, such as a webhook, with what a target has for it: signature, credentials, time-outs. Thread-safe. */
public final class TargetNotifier implements Notifier {

    private final SyncTarget target;

    /**
     * Makes a notifier.
     *
     * @param target whom to tell: its deliveries are of the type {@code run}
     */
    public TargetNotifier(SyncTarget target) {
        this.target = target;
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public void tell(Notification notification) throws Exception {
        DeliveryResult result = target.deliver(new RunDelivery(notification, target.name()));
        if (!(result instanceof DeliveryResult.Accepted)) {
            throw new SyncTrackerException("The notification of run "
                    + notification.run().id() + " was not accepted by " + target.name() + ": " + result);
        }
    }

    /** A notification as a delivery: of a new entity that is called {@code run}. */
    private record RunDelivery(Notification notification, String system) implements Delivery {

        private JobRun run() {
            return notification.run();
        }

        @Override
        public String id() {
            return "run-" + run().id() + "-" + run().attempts();
        }

        @Override
        public String system() {
            return system;
        }

        @Override
        public EntityRef entity() {
            return new EntityRef("run", String.valueOf(run().id()));
        }

        @Override
        public ChangeType action() {
            return ChangeType.CREATE;
        }

        @Override
        public int attempt() {
            return 1;
        }

        @Override
        public long sequence() {
            return run().id();
        }

        @Override
        public Optional<String> externalId() {
            return Optional.empty();
        }

        @Override
        public Map<String, @Nullable Object> payload() {
            Map<String, @Nullable Object> payload = new LinkedHashMap<>();
            payload.put("service", run().service());
            payload.put("action", run().action());
            payload.put("targetType", run().targetType());
            payload.put("targetId", run().targetId());
            payload.put("status", run().status().name());
            payload.put("attempts", run().attempts());
            payload.put("error", run().error());
            payload.put("untold", notification.untold());
            return payload;
        }

        @Override
        public Instant changedAt() {
            return run().finishedAt() == null ? run().createdAt() : run().finishedAt();
        }

        @Override
        public <T> Optional<T> entityAs(Class<T> type) {
            return Optional.empty();
        }
    }
}
