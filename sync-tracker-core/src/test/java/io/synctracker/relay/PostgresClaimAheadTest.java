package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class PostgresClaimAheadTest extends ClaimAheadContract {

    PostgresClaimAheadTest() {
        super(Vendor.POSTGRESQL);
    }
}
