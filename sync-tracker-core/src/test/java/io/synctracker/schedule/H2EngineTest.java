package io.synctracker.schedule;

import io.synctracker.testdatabases.Vendor;

class H2EngineTest extends EngineContract {

    H2EngineTest() {
        super(Vendor.H2);
    }
}
