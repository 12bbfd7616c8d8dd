package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class H2ConflictTest extends ConflictContract {

    H2ConflictTest() {
        super(Vendor.H2);
    }
}
