package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class MariaDbPayloadTest extends PayloadContract {

    MariaDbPayloadTest() {
        super(Vendor.MARIADB);
    }
}
