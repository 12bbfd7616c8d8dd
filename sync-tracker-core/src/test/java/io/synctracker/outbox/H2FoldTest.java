package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class H2FoldTest extends FoldContract {

    H2FoldTest() {
        super(Vendor.H2);
    }
}
