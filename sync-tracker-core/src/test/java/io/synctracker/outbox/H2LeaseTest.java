package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class H2LeaseTest extends LeaseContract {

    H2LeaseTest() {
        super(Vendor.H2);
    }
}
