package io.synctracker.snapshot;

import io.synctracker.testdatabases.Vendor;

class MariaDbPulledTest extends PulledContract {

    MariaDbPulledTest() {
        super(Vendor.MARIADB);
    }
}
