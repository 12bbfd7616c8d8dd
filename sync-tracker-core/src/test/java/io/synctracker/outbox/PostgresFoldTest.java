package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class PostgresFoldTest extends FoldContract {

    PostgresFoldTest() {
        super(Vendor.POSTGRESQL);
    }
}
