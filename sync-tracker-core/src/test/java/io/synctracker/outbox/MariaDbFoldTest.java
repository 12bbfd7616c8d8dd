package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class MariaDbFoldTest extends FoldContract {

    MariaDbFoldTest() {
        super(Vendor.MARIADB);
    }
}
