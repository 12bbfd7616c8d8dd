package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class H2TimerTest extends TimerContract {

    H2TimerTest() {
        super(Vendor.H2);
    }
}
