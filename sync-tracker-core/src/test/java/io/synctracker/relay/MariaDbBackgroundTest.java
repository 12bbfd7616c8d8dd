package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class MariaDbBackgroundTest extends BackgroundContract {

    MariaDbBackgroundTest() {
        super(Vendor.MARIADB);
    }
}
