package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class PostgresCaptureTest extends CaptureContract {

    PostgresCaptureTest() {
        super(Vendor.POSTGRESQL);
    }
}
