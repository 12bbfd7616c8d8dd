package io.synctracker.endtoend;

import io.synctracker.testdatabases.Vendor;

class H2EndToEndTest extends EndToEndContract {

    H2EndToEndTest() {
        super(Vendor.H2);
    }
}
