package io.synctracker.endtoend;

import io.synctracker.testdatabases.Vendor;

class MariaDbEndToEndTest extends EndToEndContract {

    MariaDbEndToEndTest() {
        super(Vendor.MARIADB);
    }
}
