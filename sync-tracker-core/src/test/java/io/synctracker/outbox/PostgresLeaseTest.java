package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class PostgresLeaseTest extends LeaseContract {

    PostgresLeaseTest() {
        super(Vendor.POSTGRESQL);
    }
}
