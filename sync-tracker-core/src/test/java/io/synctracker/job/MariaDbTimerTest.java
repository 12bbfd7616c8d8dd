package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class MariaDbTimerTest extends TimerContract {

    MariaDbTimerTest() {
        super(Vendor.MARIADB);
    }
}
