package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class MariaDbBackgroundTest extends BackgroundContract {

    MariaDbBackgroundTest() {
        super(Vendor.MARIADB);
    }
}
