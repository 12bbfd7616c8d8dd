package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class MariaDbTakeOverTest extends TakeOverContract {

    MariaDbTakeOverTest() {
        super(Vendor.MARIADB);
    }
}
