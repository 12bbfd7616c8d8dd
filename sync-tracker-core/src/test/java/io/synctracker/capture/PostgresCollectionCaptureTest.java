package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class PostgresCollectionCaptureTest extends CollectionCaptureContract {

    PostgresCollectionCaptureTest() {
        super(Vendor.POSTGRESQL);
    }
}
