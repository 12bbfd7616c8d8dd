package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class MariaDbProgressTest extends ProgressContract {

    MariaDbProgressTest() {
        super(Vendor.MARIADB);
    }
}
