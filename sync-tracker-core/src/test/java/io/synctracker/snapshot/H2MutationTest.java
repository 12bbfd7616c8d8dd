package io.synctracker.snapshot;

import io.synctracker.testdatabases.Vendor;

class H2MutationTest extends MutationContract {

    H2MutationTest() {
        super(Vendor.H2);
    }
}
