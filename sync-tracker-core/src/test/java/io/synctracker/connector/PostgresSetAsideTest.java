package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class PostgresSetAsideTest extends SetAsideContract {

    PostgresSetAsideTest() {
        super(Vendor.POSTGRESQL);
    }
}
