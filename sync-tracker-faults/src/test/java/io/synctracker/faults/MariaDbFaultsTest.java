package io.synctracker.faults;

import io.synctracker.testdatabases.Vendor;

class MariaDbFaultsTest extends FaultsContract {

    MariaDbFaultsTest() {
        super(Vendor.MARIADB);
    }
}
