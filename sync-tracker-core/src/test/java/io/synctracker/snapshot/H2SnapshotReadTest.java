package io.synctracker.snapshot;

import io.synctracker.testdatabases.Vendor;

class H2SnapshotReadTest extends SnapshotReadContract {

    H2SnapshotReadTest() {
        super(Vendor.H2);
    }
}
