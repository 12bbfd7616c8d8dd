package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class H2LazyCaptureTest extends LazyCaptureContract {

    H2LazyCaptureTest() {
        super(Vendor.H2);
    }
}
