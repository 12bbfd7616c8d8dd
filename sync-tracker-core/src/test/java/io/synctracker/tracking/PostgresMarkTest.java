package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class PostgresMarkTest extends MarkContract {

    PostgresMarkTest() {
        super(Vendor.POSTGRESQL);
    }
}
