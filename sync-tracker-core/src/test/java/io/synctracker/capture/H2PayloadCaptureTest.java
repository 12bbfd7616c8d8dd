package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class H2PayloadCaptureTest extends PayloadCaptureContract {

    H2PayloadCaptureTest() {
        super(Vendor.H2);
    }
}
