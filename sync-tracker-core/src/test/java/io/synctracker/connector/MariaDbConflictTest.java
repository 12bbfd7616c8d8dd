package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class MariaDbConflictTest extends ConflictContract {

    MariaDbConflictTest() {
        super(Vendor.MARIADB);
    }
}
