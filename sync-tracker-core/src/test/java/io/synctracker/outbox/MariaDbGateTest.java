package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class MariaDbGateTest extends GateContract {

    MariaDbGateTest() {
        super(Vendor.MARIADB);
    }
}
