package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class MariaDbEnqueueTest extends EnqueueContract {

    MariaDbEnqueueTest() {
        super(Vendor.MARIADB);
    }
}
