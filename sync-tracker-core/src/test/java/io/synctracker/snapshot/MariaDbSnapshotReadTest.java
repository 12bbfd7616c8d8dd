package io.synctracker.snapshot;

import io.synctracker.testdatabases.Vendor;

class MariaDbSnapshotReadTest extends SnapshotReadContract {

    MariaDbSnapshotReadTest() {
        super(Vendor.MARIADB);
    }
}
