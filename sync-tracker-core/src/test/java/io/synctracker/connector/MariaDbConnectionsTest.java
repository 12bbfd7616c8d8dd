package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class MariaDbConnectionsTest extends ConnectionsContract {

    MariaDbConnectionsTest() {
        super(Vendor.MARIADB);
    }
}
