package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class PostgresBatchTest extends BatchContract {

    PostgresBatchTest() {
        super(Vendor.POSTGRESQL);
    }
}
