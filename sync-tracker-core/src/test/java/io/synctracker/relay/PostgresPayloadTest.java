package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class PostgresPayloadTest extends PayloadContract {

    PostgresPayloadTest() {
        super(Vendor.POSTGRESQL);
    }
}
