package io.synctracker.notification;

import io.synctracker.testdatabases.Vendor;

class MariaDbNotificationTest extends NotificationContract {

    MariaDbNotificationTest() {
        super(Vendor.MARIADB);
    }
}
