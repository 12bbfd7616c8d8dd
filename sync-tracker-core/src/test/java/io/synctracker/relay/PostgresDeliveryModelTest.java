package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class PostgresDeliveryModelTest extends DeliveryModelContract {

    PostgresDeliveryModelTest() {
        super(Vendor.POSTGRESQL, 20);
    }
}
