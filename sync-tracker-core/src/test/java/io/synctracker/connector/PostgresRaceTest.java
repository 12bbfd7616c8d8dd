package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class PostgresRaceTest extends RaceContract {

    PostgresRaceTest() {
        super(Vendor.POSTGRESQL);
    }
}
