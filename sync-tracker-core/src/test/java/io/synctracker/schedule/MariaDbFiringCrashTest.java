package io.synctracker.schedule;

import io.synctracker.testdatabases.Vendor;

class MariaDbFiringCrashTest extends FiringCrashContract {

    MariaDbFiringCrashTest() {
        super(Vendor.MARIADB);
    }
}
