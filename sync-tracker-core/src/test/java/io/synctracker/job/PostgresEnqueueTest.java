package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class PostgresEnqueueTest extends EnqueueContract {

    PostgresEnqueueTest() {
        super(Vendor.POSTGRESQL);
    }
}
