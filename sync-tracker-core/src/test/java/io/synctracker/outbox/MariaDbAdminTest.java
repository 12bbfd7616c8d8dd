package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class MariaDbAdminTest extends AdminContract {

    MariaDbAdminTest() {
        super(Vendor.MARIADB);
    }
}
