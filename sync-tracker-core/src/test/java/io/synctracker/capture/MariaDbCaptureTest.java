package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class MariaDbCaptureTest extends CaptureContract {

    MariaDbCaptureTest() {
        super(Vendor.MARIADB);
    }
}
