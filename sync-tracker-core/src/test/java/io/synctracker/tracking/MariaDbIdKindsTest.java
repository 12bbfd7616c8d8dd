package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class MariaDbIdKindsTest extends IdKindsContract {

    MariaDbIdKindsTest() {
        super(Vendor.MARIADB);
    }
}
