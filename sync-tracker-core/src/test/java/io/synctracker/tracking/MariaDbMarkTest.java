package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class MariaDbMarkTest extends MarkContract {

    MariaDbMarkTest() {
        super(Vendor.MARIADB);
    }
}
