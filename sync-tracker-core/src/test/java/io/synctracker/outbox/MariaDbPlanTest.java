package io.synctracker.outbox;

import io.synctracker.testdatabases.Vendor;

class MariaDbPlanTest extends PlanContract {

    MariaDbPlanTest() {
        super(
                Vendor.MARIADB,
                "select 'customer', seq, 1, 1, 'crm', 'update' from seq_1_to_20000",
                "analyze table sync_logs");
    }
}
