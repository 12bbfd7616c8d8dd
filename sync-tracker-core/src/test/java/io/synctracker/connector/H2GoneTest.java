package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class H2GoneTest extends GoneContract {

    H2GoneTest() {
        super(Vendor.H2);
    }
}
