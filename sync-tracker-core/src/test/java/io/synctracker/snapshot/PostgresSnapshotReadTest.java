package io.synctracker.snapshot;

import io.synctracker.testdatabases.Vendor;

class PostgresSnapshotReadTest extends SnapshotReadContract {

    PostgresSnapshotReadTest() {
        super(Vendor.POSTGRESQL);
    }
}
