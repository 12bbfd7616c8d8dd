package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class MariaDbRaceTest extends RaceContract {

    MariaDbRaceTest() {
        super(Vendor.MARIADB);
    }
}
