package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class PostgresRaceTest extends RaceContract {

    PostgresRaceTest() {
        super(Vendor.POSTGRESQL);
    }
}
