package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class PostgresIdKindsTest extends IdKindsContract {

    PostgresIdKindsTest() {
        super(Vendor.POSTGRESQL);
    }
}
