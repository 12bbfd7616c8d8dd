package io.synctracker.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.ChangeType;
import io.synctracker.SyncStatus;
import io.synctracker.store.TrackedVersion;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DepotTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A connection goes back to the pool as it came from there. */
class MariaDbLinkWaitTest extends DepotTest {

    MariaDbLinkWaitTest() {
        super(Vendor.MARIADB);
    }

    /** Can be written once, which is when it is looked at, and not again. */
    private static Object brittle() {
        AtomicInteger times = new AtomicInteger();
        return new Object() {
            @SuppressWarnings("unused") // JSON is made of it
            public String getName() {
                if (times.getAndIncrement() > 0) {
                    throw new OutOfMemoryError("thrown by a test");
                }
                return "name";
            }
        };
    }

    private static long secondsToWait(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select @@innodb_lock_wait_timeout")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void links_that_are_written_at_once_leave_the_time_to_wait_for_a_lock_as_it_was() throws SQLException {
        TrackedVersion version = depot.countUp(ANN, ChangeType.CREATE);
        LinkChange change =
                new LinkChange(version, CRM, SyncStatus.SYNCED, null, Map.of("brittle", brittle()), false, null);
        try (Connection connection = depot.dataSource().getConnection()) {
            long before = secondsToWait(connection);

            assertThatThrownBy(() -> depot.links().writeAtOnce(connection, List.of(change)))
                    .isInstanceOf(OutOfMemoryError.class);

            assertThat(secondsToWait(connection)).isEqualTo(before).isPositive();
        }
    }
}
