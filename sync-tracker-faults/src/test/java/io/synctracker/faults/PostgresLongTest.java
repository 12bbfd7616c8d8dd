package io.synctracker.faults;

import io.synctracker.testdatabases.Vendor;

class PostgresLongTest extends LongContract {

    PostgresLongTest() {
        super(Vendor.POSTGRESQL);
    }
}
