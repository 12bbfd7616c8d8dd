package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class PostgresBulkTest extends BulkContract {

    PostgresBulkTest() {
        super(Vendor.POSTGRESQL);
    }
}
