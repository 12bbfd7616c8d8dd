package io.synctracker.sample;

import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxStats;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says every two seconds how much has gone out, if that has changed. */
@Component
class DeliveryLog {

    private static final Logger LOGGER = LoggerFactory.getLogger(DeliveryLog.class);
    private static final List<String> SYSTEMS = List.of("crm", "erp");

    private final Outbox outbox;
    private String last = "";

    DeliveryLog(Outbox outbox) {
        this.outbox = outbox;
    }

    @Scheduled(fixedDelay = 2_000)
    void tell() {
        String now = SYSTEMS.stream().map(this::progress).collect(Collectors.joining(", "));
        if (!now.equals(last) && outbox.stats().total() > 0) {
            LOGGER.info("{}", now);
        }
        last = now;
    }

    private String progress(String system) {
        OutboxStats stats = outbox.stats(system);
        String delivered =
                String.format(Locale.ROOT, "%s has %,d of %,d changes", system, stats.completed(), stats.total());
        return stats.failed() == 0 ? delivered : delivered + " and refused " + stats.failed();
    }
}
