package io.synctracker.schedule;

import io.synctracker.testdatabases.Vendor;

class PostgresScheduleTest extends ScheduleContract {

    PostgresScheduleTest() {
        super(Vendor.POSTGRESQL);
    }
}
