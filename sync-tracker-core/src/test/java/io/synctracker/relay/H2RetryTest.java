package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class H2RetryTest extends RetryContract {

    H2RetryTest() {
        super(Vendor.H2);
    }
}
