package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class MariaDbMaskTest extends MaskContract {

    MariaDbMaskTest() {
        super(Vendor.MARIADB);
    }
}
