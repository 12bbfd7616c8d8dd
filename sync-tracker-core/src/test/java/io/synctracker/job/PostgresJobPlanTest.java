package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class PostgresJobPlanTest extends JobPlanContract {

    PostgresJobPlanTest() {
        super(Vendor.POSTGRESQL, "generate_series(1, 100000) i", "analyze sync_runs");
    }
}
