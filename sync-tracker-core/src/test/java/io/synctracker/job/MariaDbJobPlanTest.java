package io.synctracker.job;

import io.synctracker.testdatabases.Vendor;

class MariaDbJobPlanTest extends JobPlanContract {

    MariaDbJobPlanTest() {
        super(Vendor.MARIADB, "(select seq as i from seq_1_to_100000) n", "analyze table sync_runs");
    }
}
