package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class MariaDbRunTest extends RunContract {

    MariaDbRunTest() {
        super(Vendor.MARIADB);
    }
}
