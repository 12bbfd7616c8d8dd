package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class H2TakeOverTest extends TakeOverContract {

    H2TakeOverTest() {
        super(Vendor.H2);
    }
}
