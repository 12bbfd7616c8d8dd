package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class H2IdKindsTest extends IdKindsContract {

    H2IdKindsTest() {
        super(Vendor.H2);
    }
}
