package io.synctracker.connector;

import io.synctracker.testdatabases.Vendor;

class MariaDbPlanTest extends PlanContract {

    MariaDbPlanTest() {
        super(Vendor.MARIADB, "from (select seq i from seq_1_to_5000) numbers", "analyze table");
    }

    @Override
    String vendorIds() {
        return "'p1', 'p2', 'p3'";
    }

    @Override
    String wholeTable() {
        return "type=ALL|filesort";
    }
}
