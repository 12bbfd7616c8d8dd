package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class PostgresMaskTest extends MaskContract {

    PostgresMaskTest() {
        super(Vendor.POSTGRESQL);
    }
}
