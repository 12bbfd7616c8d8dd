package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class H2ClaimAheadTest extends ClaimAheadContract {

    H2ClaimAheadTest() {
        super(Vendor.H2);
    }
}
