package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class H2ConnectionsTest extends ConnectionsContract {

    H2ConnectionsTest() {
        super(Vendor.H2);
    }
}
