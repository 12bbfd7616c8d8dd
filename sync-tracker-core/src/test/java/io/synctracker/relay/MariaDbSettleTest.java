package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class MariaDbSettleTest extends SettleContract {

    MariaDbSettleTest() {
        super(Vendor.MARIADB);
    }
}
