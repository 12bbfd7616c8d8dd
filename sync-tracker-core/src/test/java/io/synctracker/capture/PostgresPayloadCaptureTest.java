package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class PostgresPayloadCaptureTest extends PayloadCaptureContract {

    PostgresPayloadCaptureTest() {
        super(Vendor.POSTGRESQL);
    }
}
