package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class H2KeyTest extends KeyContract {

    H2KeyTest() {
        super(Vendor.H2);
    }
}
