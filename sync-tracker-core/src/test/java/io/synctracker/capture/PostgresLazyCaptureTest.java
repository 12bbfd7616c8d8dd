package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class PostgresLazyCaptureTest extends LazyCaptureContract {

    PostgresLazyCaptureTest() {
        super(Vendor.POSTGRESQL);
    }
}
