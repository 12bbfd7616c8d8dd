package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class H2RunTest extends RunContract {

    H2RunTest() {
        super(Vendor.H2);
    }
}
