package io.synctracker.schedule;

import io.synctracker.testdatabases.Vendor;

class H2RingTest extends RingContract {

    H2RingTest() {
        super(Vendor.H2);
    }
}
