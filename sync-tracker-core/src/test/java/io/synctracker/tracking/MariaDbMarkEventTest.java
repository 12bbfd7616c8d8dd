package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class MariaDbMarkEventTest extends MarkEventContract {

    MariaDbMarkEventTest() {
        super(Vendor.MARIADB);
    }
}
