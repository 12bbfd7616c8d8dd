package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class H2RaceTest extends RaceContract {

    H2RaceTest() {
        super(Vendor.H2);
    }
}
