package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class PostgresAdminTest extends AdminContract {

    PostgresAdminTest() {
        super(Vendor.POSTGRESQL);
    }
}
