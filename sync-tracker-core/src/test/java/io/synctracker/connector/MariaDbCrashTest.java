package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class MariaDbCrashTest extends CrashContract {

    MariaDbCrashTest() {
        super(Vendor.MARIADB);
    }
}
