package io.synctracker.tracking;

import io.synctracker.testdatabases.Vendor;

class PostgresScopesTest extends ScopesContract {

    PostgresScopesTest() {
        super(Vendor.POSTGRESQL);
    }
}
