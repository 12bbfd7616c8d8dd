package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class MariaDbSetAsideTest extends SetAsideContract {

    MariaDbSetAsideTest() {
        super(Vendor.MARIADB);
    }
}
