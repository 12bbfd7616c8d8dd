package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class H2SetAsideTest extends SetAsideContract {

    H2SetAsideTest() {
        super(Vendor.H2);
    }
}
