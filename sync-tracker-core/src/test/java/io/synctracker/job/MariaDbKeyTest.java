package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class MariaDbKeyTest extends KeyContract {

    MariaDbKeyTest() {
        super(Vendor.MARIADB);
    }
}
