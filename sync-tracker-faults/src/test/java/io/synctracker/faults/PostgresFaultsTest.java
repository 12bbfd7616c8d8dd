package io.synctracker.faults;

import io.synctracker.testdatabases.Vendor;

class PostgresFaultsTest extends FaultsContract {

    PostgresFaultsTest() {
        super(Vendor.POSTGRESQL);
    }
}
