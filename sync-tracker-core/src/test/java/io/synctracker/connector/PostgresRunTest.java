package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class PostgresRunTest extends RunContract {

    PostgresRunTest() {
        super(Vendor.POSTGRESQL);
    }
}
