package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class PostgresRoundTripTest extends RoundTripContract {

    PostgresRoundTripTest() {
        super(Vendor.POSTGRESQL);
    }
}
