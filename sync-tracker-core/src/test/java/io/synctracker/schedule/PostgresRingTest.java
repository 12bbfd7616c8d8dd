package io.synctracker.schedule;

import io.synctracker.testdatabases.Vendor;

class PostgresRingTest extends RingContract {

    PostgresRingTest() {
        super(Vendor.POSTGRESQL);
    }
}
