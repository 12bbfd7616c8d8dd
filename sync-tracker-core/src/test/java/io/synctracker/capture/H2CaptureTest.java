package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class H2CaptureTest extends CaptureContract {

    H2CaptureTest() {
        super(Vendor.H2);
    }
}
