package io.synctracker.schedule;

import io.synctracker.testdatabases.Vendor;

class MariaDbRingTest extends RingContract {

    MariaDbRingTest() {
        super(Vendor.MARIADB);
    }
}
