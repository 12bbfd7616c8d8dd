package io.synctracker.schedule;

import io.synctracker.testdatabases.Vendor;

class H2ScheduleTest extends ScheduleContract {

    H2ScheduleTest() {
        super(Vendor.H2);
    }
}
