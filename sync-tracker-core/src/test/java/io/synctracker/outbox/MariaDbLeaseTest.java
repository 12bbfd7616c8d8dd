package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class MariaDbLeaseTest extends LeaseContract {

    MariaDbLeaseTest() {
        super(Vendor.MARIADB);
    }
}
