package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class H2MaskTest extends MaskContract {

    H2MaskTest() {
        super(Vendor.H2);
    }
}
