package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class H2SessionCaptureTest extends SessionCaptureContract {

    H2SessionCaptureTest() {
        super(Vendor.H2);
    }
}
