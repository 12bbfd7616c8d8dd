package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class PostgresKeyTest extends KeyContract {

    PostgresKeyTest() {
        super(Vendor.POSTGRESQL);
    }
}
