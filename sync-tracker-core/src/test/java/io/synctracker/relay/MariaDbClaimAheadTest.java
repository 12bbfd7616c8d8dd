package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class MariaDbClaimAheadTest extends ClaimAheadContract {

    MariaDbClaimAheadTest() {
        super(Vendor.MARIADB);
    }
}
