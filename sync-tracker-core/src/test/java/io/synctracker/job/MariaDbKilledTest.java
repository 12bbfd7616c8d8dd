package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class MariaDbKilledTest extends KilledContract {

    MariaDbKilledTest() {
        super(Vendor.MARIADB);
    }
}
