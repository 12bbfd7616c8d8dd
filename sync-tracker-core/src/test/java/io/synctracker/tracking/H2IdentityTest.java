package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class H2IdentityTest extends IdentityContract {

    H2IdentityTest() {
        super(Vendor.H2);
    }
}
