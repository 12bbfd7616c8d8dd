package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class H2BatchTest extends BatchContract {

    H2BatchTest() {
        super(Vendor.H2);
    }
}
