package io.synctracker.schedule;

import io.synctracker.testdatabases.Vendor;

class PostgresFiringCrashTest extends FiringCrashContract {

    PostgresFiringCrashTest() {
        super(Vendor.POSTGRESQL);
    }
}
