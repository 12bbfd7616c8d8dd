package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class H2ProgressTest extends ProgressContract {

    H2ProgressTest() {
        super(Vendor.H2);
    }
}
