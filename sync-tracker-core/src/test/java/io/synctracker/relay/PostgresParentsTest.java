package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class PostgresParentsTest extends ParentsContract {

    PostgresParentsTest() {
        super(Vendor.POSTGRESQL);
    }
}
