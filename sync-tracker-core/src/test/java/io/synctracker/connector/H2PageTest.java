package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class H2PageTest extends PageContract {

    H2PageTest() {
        super(Vendor.H2);
    }
}
