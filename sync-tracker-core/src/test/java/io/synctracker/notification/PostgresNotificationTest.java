package io.synctracker.notification;

import io.synctracker.testdatabases.Vendor;

class PostgresNotificationTest extends NotificationContract {

    PostgresNotificationTest() {
        super(Vendor.POSTGRESQL);
    }
}
