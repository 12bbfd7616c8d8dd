package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class PostgresPlanTest extends PlanContract {

    PostgresPlanTest() {
        super(
                Vendor.POSTGRESQL,
                "select 'customer', i::text, 1, 1, 'crm', 'update' from generate_series(1, 20000) i",
                "analyze sync_logs");
    }
}
