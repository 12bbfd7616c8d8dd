package io.synctracker.sample;

import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxStats;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says once a second what went out, if something did. */
@Component
class DeliveryLog {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeliveryLog.class);
    private static final List<String> SYSTEMS = List.of("crm", "erp");

    private final Outbox outbox;
    private final Map<String, OutboxStats> last = new ConcurrentHashMap<>();

    DeliveryLog(Outbox outbox) {
        this.outbox = outbox;
    }

    @Scheduled(fixedDelay = 1_000)
    void tell() {
        for (String system : SYSTEMS) {
            OutboxStats now = outbox.stats(system);
            OutboxStats before = last.put(system, now);
            if (before != null ? !before.equals(now) : now.total() > 0) {
                tell(system, now);
            }
        }
    }

    private static void tell(String system, OutboxStats stats) {
        LOGGER.info(
                "{} of {} changes delivered to {}{}",
                String.format("%,d", stats.completed()),
                String.format("%,d", stats.total()),
                system,
                stats.failed() == 0 ? "" : ", " + stats.failed() + " refused for good");
    }
}
