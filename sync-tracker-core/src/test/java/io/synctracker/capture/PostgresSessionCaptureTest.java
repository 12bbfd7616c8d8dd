package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class PostgresSessionCaptureTest extends SessionCaptureContract {

    PostgresSessionCaptureTest() {
        super(Vendor.POSTGRESQL);
    }
}
