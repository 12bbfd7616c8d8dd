package io.synctracker.snapshot;

import io.synctracker.testdatabases.Vendor;

class PostgresMutationTest extends MutationContract {

    PostgresMutationTest() {
        super(Vendor.POSTGRESQL);
    }
}
