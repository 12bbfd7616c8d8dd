package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class H2MarkEventTest extends MarkEventContract {

    H2MarkEventTest() {
        super(Vendor.H2);
    }
}
