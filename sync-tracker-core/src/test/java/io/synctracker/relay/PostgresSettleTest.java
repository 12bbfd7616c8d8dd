package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class PostgresSettleTest extends SettleContract {

    PostgresSettleTest() {
        super(Vendor.POSTGRESQL);
    }
}
