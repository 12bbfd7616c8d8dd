package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class H2EnqueueTest extends EnqueueContract {

    H2EnqueueTest() {
        super(Vendor.H2);
    }
}
