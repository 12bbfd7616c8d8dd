package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class H2ParentsTest extends ParentsContract {

    H2ParentsTest() {
        super(Vendor.H2);
    }
}
