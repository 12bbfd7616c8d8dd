package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class H2CollectionCaptureTest extends CollectionCaptureContract {

    H2CollectionCaptureTest() {
        super(Vendor.H2);
    }
}
