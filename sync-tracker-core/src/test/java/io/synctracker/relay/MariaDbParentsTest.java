package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class MariaDbParentsTest extends ParentsContract {

    MariaDbParentsTest() {
        super(Vendor.MARIADB);
    }
}
