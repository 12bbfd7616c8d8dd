package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class H2BackgroundTest extends BackgroundContract {

    H2BackgroundTest() {
        super(Vendor.H2);
    }
}
