package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class MariaDbSearchTest extends SearchContract {

    MariaDbSearchTest() {
        super(Vendor.MARIADB);
    }
}
