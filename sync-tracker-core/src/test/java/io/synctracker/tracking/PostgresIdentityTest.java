package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class PostgresIdentityTest extends IdentityContract {

    PostgresIdentityTest() {
        super(Vendor.POSTGRESQL);
    }
}
