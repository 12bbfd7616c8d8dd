package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class MariaDbScopesTest extends ScopesContract {

    MariaDbScopesTest() {
        super(Vendor.MARIADB);
    }
}
