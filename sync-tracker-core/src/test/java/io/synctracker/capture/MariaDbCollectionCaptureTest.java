package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class MariaDbCollectionCaptureTest extends CollectionCaptureContract {

    MariaDbCollectionCaptureTest() {
        super(Vendor.MARIADB);
    }
}
