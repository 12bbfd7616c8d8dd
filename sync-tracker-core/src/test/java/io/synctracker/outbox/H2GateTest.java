package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class H2GateTest extends GateContract {

    H2GateTest() {
        super(Vendor.H2);
    }
}
