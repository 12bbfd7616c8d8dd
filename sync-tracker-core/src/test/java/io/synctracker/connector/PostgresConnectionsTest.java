package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class PostgresConnectionsTest extends ConnectionsContract {

    PostgresConnectionsTest() {
        super(Vendor.POSTGRESQL);
    }
}
