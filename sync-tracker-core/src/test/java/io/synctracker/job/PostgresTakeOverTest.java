package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class PostgresTakeOverTest extends TakeOverContract {

    PostgresTakeOverTest() {
        super(Vendor.POSTGRESQL);
    }
}
