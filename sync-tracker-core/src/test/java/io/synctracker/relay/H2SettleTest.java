package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class H2SettleTest extends SettleContract {

    H2SettleTest() {
        super(Vendor.H2);
    }
}
