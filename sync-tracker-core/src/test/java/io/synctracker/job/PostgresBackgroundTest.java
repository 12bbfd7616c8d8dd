package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class PostgresBackgroundTest extends BackgroundContract {

    PostgresBackgroundTest() {
        super(Vendor.POSTGRESQL);
    }
}
