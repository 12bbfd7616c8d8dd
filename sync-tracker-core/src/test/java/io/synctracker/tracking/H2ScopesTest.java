package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class H2ScopesTest extends ScopesContract {

    H2ScopesTest() {
        super(Vendor.H2);
    }
}
