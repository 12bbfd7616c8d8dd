package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class PostgresPlanTest extends PlanContract {

    PostgresPlanTest() {
        super(Vendor.POSTGRESQL, "from generate_series(1, 5000) i", "analyze");
    }

    @Override
    String vendorIds() {
        return "array['p1', 'p2', 'p3']";
    }

    @Override
    String wholeTable() {
        return "Seq Scan|Sort";
    }
}
