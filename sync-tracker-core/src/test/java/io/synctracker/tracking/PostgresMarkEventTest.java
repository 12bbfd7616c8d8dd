package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class PostgresMarkEventTest extends MarkEventContract {

    PostgresMarkEventTest() {
        super(Vendor.POSTGRESQL);
    }
}
