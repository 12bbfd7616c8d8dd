package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class PostgresSearchTest extends SearchContract {

    PostgresSearchTest() {
        super(Vendor.POSTGRESQL);
    }
}
