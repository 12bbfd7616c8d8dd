package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class MariaDbLazyCaptureTest extends LazyCaptureContract {

    MariaDbLazyCaptureTest() {
        super(Vendor.MARIADB);
    }
}
