package io.synctracker.actuate;

import io.synctracker.operate.TargetView;
import io.synctracker.outbox.Outbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Up as long as the log can be read. A system that is down is a detail, {@code degraded}, and not our illness: an
 * application must not be restarted because its CRM does not answer.
 */
final class SyncTrackerHealthIndicator extends AbstractHealthIndicator {

    private final Outbox outbox;

    SyncTrackerHealthIndicator(Outbox outbox) {
        super("The log of sync-tracker cannot be read");
        this.outbox = outbox;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<TargetView> targets = TargetView.all(outbox);
        Map<String, Object> details = new LinkedHashMap<>();
        targets.forEach(target -> details.put(target.name(), details(target)));
        builder.up()
                .withDetail("degraded", targets.stream().anyMatch(TargetView::degraded))
                .withDetail("targets", details);
    }

    private static Map<String, Object> details(TargetView target) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("pending", target.pending());
        if (target.oldestPending() != null) {
            details.put("oldestPending", target.oldestPending());
        }
        details.put("failed", target.failed());
        details.put("paused", target.paused());
        details.put("circuitOpen", target.openUntil() != null);
        return details;
    }
}
