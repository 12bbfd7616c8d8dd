package io.synctracker.faults;

import io.synctracker.testdatabases.Vendor;

class PostgresAblationTest extends AblationContract {

    PostgresAblationTest() {
        super(Vendor.POSTGRESQL);
    }
}
