package io.synctracker.snapshot;

import io.synctracker.testdatabases.Vendor;

class MariaDbMutationTest extends MutationContract {

    MariaDbMutationTest() {
        super(Vendor.MARIADB);
    }
}
