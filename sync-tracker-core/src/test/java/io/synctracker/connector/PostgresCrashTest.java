package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class PostgresCrashTest extends CrashContract {

    PostgresCrashTest() {
        super(Vendor.POSTGRESQL);
    }
}
