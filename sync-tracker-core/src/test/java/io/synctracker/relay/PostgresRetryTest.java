package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class PostgresRetryTest extends RetryContract {

    PostgresRetryTest() {
        super(Vendor.POSTGRESQL);
    }
}
