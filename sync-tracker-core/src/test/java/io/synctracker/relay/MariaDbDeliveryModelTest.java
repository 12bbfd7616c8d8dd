package io.synctracker.relay;

import io.synctracker.testdatabases.Vendor;

class MariaDbDeliveryModelTest extends DeliveryModelContract {

    MariaDbDeliveryModelTest() {
        super(Vendor.MARIADB, 20);
    }
}
