package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class MariaDbRetryTest extends RetryContract {

    MariaDbRetryTest() {
        super(Vendor.MARIADB);
    }
}
