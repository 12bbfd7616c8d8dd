package io.synctracker.notification;

import io.synctracker.testdatabases.Vendor;

class H2NotificationTest extends NotificationContract {

    H2NotificationTest() {
        super(Vendor.H2);
    }
}
