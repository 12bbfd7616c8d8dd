package io.synctracker.endtoend;

import io.synctracker.testdatabases.Vendor;

class PostgresEndToEndTest extends EndToEndContract {

    PostgresEndToEndTest() {
        super(Vendor.POSTGRESQL);
    }
}
