package io.synctracker.snapshot;

import io.synctracker.testdatabases.Vendor;

class H2PulledTest extends PulledContract {

    H2PulledTest() {
        super(Vendor.H2);
    }
}
