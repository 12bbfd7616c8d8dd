package io.synctracker.snapshot;

import io.synctracker.testdatabases.Vendor;

class PostgresPulledTest extends PulledContract {

    PostgresPulledTest() {
        super(Vendor.POSTGRESQL);
    }
}
