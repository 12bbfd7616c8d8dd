package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class MariaDbBatchTest extends BatchContract {

    MariaDbBatchTest() {
        super(Vendor.MARIADB);
    }
}
