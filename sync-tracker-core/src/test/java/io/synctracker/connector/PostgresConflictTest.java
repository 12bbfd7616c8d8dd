package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class PostgresConflictTest extends ConflictContract {

    PostgresConflictTest() {
        super(Vendor.POSTGRESQL);
    }
}
