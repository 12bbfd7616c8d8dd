package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class MariaDbRunTest extends RunContract {

    MariaDbRunTest() {
        super(Vendor.MARIADB);
    }
}
