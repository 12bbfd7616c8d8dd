package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class MariaDbPayloadCaptureTest extends PayloadCaptureContract {

    MariaDbPayloadCaptureTest() {
        super(Vendor.MARIADB);
    }
}
