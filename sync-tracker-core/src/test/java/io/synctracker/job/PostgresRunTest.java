package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class PostgresRunTest extends RunContract {

    PostgresRunTest() {
        super(Vendor.POSTGRESQL);
    }
}
