package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class MariaDbPageTest extends PageContract {

    MariaDbPageTest() {
        super(Vendor.MARIADB);
    }
}
