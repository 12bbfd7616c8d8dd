package io.synctracker.schedule;

import io.synctracker.testdatabases.Vendor;

class MariaDbScheduleTest extends ScheduleContract {

    MariaDbScheduleTest() {
        super(Vendor.MARIADB);
    }
}
