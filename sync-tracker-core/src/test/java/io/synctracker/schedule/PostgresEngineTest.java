package io.synctracker.schedule;

import io.synctracker.testdatabases.Vendor;

class PostgresEngineTest extends EngineContract {

    PostgresEngineTest() {
        super(Vendor.POSTGRESQL);
    }
}
