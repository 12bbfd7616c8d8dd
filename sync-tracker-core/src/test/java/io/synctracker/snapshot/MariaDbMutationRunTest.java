package io.synctracker.snapshot;

import io.synctracker.testdatabases.Vendor;

class MariaDbMutationRunTest extends MutationRunContract {

    MariaDbMutationRunTest() {
        super(Vendor.MARIADB);
    }
}
