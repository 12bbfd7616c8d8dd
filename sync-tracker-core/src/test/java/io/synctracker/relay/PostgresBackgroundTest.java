package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class PostgresBackgroundTest extends BackgroundContract {

    PostgresBackgroundTest() {
        super(Vendor.POSTGRESQL);
    }
}
