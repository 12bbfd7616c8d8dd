package io.synctracker.snapshot;

import io.synctracker.testdatabases.Vendor;

class H2MutationRunTest extends MutationRunContract {

    H2MutationRunTest() {
        super(Vendor.H2);
    }
}
