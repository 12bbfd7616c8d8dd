package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class MariaDbRoundTripTest extends RoundTripContract {

    MariaDbRoundTripTest() {
        super(Vendor.MARIADB);
    }
}
