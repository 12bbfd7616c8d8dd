package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class PostgresPageTest extends PageContract {

    PostgresPageTest() {
        super(Vendor.POSTGRESQL);
    }
}
