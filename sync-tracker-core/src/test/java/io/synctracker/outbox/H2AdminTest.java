package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class H2AdminTest extends AdminContract {

    H2AdminTest() {
        super(Vendor.H2);
    }
}
