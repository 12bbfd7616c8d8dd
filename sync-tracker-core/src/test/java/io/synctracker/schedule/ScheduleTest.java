package io.synctracker.schedule;

import io.synctracker.job.JobTimerOwner;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Depot;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Schedules over two connections, with a clock and timers that are turned by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScheduleTest {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final String NOON = "2026-03-28T12:00:00Z";

    final MovedClock clock = new MovedClock(NOON);
    private final Vendor vendor;
    Depot depot;
    Fleet fleet;
    ScheduleParts parts;
    Schedules schedules;
    JobTimerOwner timers;

    ScheduleTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeAll
    void start() {
        depot = new Depot(vendor);
        fleet = new Fleet(depot.jdbc(), clock);
        parts = new ScheduleParts(
                depot.dataSource(),
                new DataSourceTransactionManager(depot.dataSource()),
                depot.dialect(),
                fleet,
                fleet,
                clock);
        schedules = parts.schedules();
        timers = parts.timerOwner();
    }

    @BeforeEach
    void clear() {
        fleet.clear();
        clock.set(NOON);
    }

    @AfterAll
    void stop() {
        if (depot != null) {
            depot.close();
        }
    }

    static ScheduleDraft every(Duration interval) {
        return draft("hourly", null, new Cadence.Every(interval), DateRange.ALL, 0, true);
    }

    static ScheduleDraft draft(
            String name, @Nullable String stream, Cadence cadence, DateRange range, int maxRuns, boolean enabled) {
        return new ScheduleDraft(name, List.of("awin", "cj"), stream, cadence, BERLIN, range, maxRuns, enabled);
    }
}
