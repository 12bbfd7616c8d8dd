package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class H2MarkTest extends MarkContract {

    H2MarkTest() {
        super(Vendor.H2);
    }
}
