package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class MariaDbSessionCaptureTest extends SessionCaptureContract {

    MariaDbSessionCaptureTest() {
        super(Vendor.MARIADB);
    }
}
