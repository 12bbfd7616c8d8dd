package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class MariaDbBulkTest extends BulkContract {

    MariaDbBulkTest() {
        super(Vendor.MARIADB);
    }
}
