package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class PostgresGateTest extends GateContract {

    PostgresGateTest() {
        super(Vendor.POSTGRESQL);
    }
}
