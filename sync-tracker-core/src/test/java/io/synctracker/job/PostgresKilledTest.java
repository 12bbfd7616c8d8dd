package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class PostgresKilledTest extends KilledContract {

    PostgresKilledTest() {
        super(Vendor.POSTGRESQL);
    }
}
