package io.synctracker.faults;

import io.synctracker.testdatabases.Vendor;

class MariaDbLongTest extends LongContract {

    MariaDbLongTest() {
        super(Vendor.MARIADB);
    }
}
