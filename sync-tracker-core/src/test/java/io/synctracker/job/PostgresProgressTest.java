package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class PostgresProgressTest extends ProgressContract {

    PostgresProgressTest() {
        super(Vendor.POSTGRESQL);
    }
}
