package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class H2PayloadTest extends PayloadContract {

    H2PayloadTest() {
        super(Vendor.H2);
    }
}
