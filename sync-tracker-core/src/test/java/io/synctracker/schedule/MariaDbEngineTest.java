package io.synctracker.schedule;

import io.synctracker.testdatabases.Vendor;

class MariaDbEngineTest extends EngineContract {

    MariaDbEngineTest() {
        super(Vendor.MARIADB);
    }
}
