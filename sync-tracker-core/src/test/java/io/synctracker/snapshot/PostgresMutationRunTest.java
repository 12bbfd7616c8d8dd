package io.synctracker.snapshot;

import io.synctracker.testdatabases.Vendor;

class PostgresMutationRunTest extends MutationRunContract {

    PostgresMutationRunTest() {
        super(Vendor.POSTGRESQL);
    }
}
