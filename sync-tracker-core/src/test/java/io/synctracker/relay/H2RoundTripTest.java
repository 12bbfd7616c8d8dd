package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class H2RoundTripTest extends RoundTripContract {

    H2RoundTripTest() {
        super(Vendor.H2);
    }
}
