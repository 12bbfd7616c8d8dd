package io.synctracker.capture;

import io.synctracker.testdatabases.Vendor;

class PostgresSessionModelTest extends SessionModelContract {

    PostgresSessionModelTest() {
        super(Vendor.POSTGRESQL, 50);
    }
}
