package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class MariaDbSessionModelTest extends SessionModelContract {

    MariaDbSessionModelTest() {
        super(Vendor.MARIADB, 50);
    }
}
