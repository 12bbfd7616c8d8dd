package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class MariaDbIdentityTest extends IdentityContract {

    MariaDbIdentityTest() {
        super(Vendor.MARIADB);
    }
}
