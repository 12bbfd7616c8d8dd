package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class MariaDbGoneTest extends GoneContract {

    MariaDbGoneTest() {
        super(Vendor.MARIADB);
    }
}
