package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class PostgresGoneTest extends GoneContract {

    PostgresGoneTest() {
        super(Vendor.POSTGRESQL);
    }
}
