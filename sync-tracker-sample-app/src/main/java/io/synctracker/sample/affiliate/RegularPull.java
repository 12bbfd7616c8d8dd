package io.synctracker.sample.affiliate;

import io.synctracker.schedule.Cadence;
import io.synctracker.schedule.DateRange;
import io.synctracker.schedule.ScheduleDraft;
import io.synctracker.schedule.Schedules;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the schedule that keeps the purchases of the last week up to date, unless somebody has made it before. */
@Component
class RegularPull {

    private static final String NAME = "Purchases of the last week";
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int TIMES_A_DAY = 100;

    private final Schedules schedules;

    RegularPull(Schedules schedules) {
        this.schedules = schedules;
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        if (schedules.find(NAME).isEmpty()) {
            ScheduleDraft draft = new ScheduleDraft(
                    NAME,
                    List.of("affiliate"),
                    null,
                    new Cadence.Every(EVERY),
                    ZoneId.of("Europe/Berlin"),
                    DateRange.of(DateRange.Preset.LAST_7_DAYS),
                    TIMES_A_DAY,
                    true);
            schedules.create(draft, null);
        }
    }
}
