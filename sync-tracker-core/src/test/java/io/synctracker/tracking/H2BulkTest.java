package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class H2BulkTest extends BulkContract {

    H2BulkTest() {
        super(Vendor.H2);
    }
}
