package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class H2SearchTest extends SearchContract {

    H2SearchTest() {
        super(Vendor.H2);
    }
}
