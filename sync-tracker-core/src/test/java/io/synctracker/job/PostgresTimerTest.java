package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class PostgresTimerTest extends TimerContract {

    PostgresTimerTest() {
        super(Vendor.POSTGRESQL);
    }
}
