package io.synctracker.relay;

import com.zaxxer.hikari.HikariDataSource;
import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Until;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On PostgreSQL, a commit in one process wakes the relay of another one. */
class PostgresWakeTest extends RelayTest {

    private static final RelaySettings RARE = SETTINGS.withPollInterval(Duration.ofMinutes(5));

    PostgresWakeTest() {
        super(Vendor.POSTGRESQL);
    }

    private void awaitListeners(int count) {
        Until.holds(() -> depot.number("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and query like 'listen%'")
                == count);
    }

    private long created(String id) {
        EntityRef entity = new EntityRef("customer", id);
        world.put(entity, Map.of());
        return depot.change(CRM, entity, ChangeType.CREATE);
    }

    @Test
    void a_commit_elsewhere_wakes_the_relay() {
        Relay waking = relay(RARE, crm);
        Relay sleeping = relay(RARE, crm);
        long before = created("1");
        sleeping.start();
        Until.holds(() -> depot.standing(before).equals("completed accepted"));
        awaitListeners(1);
        long id = created("2");

        waking.committed(Set.of(CRM));

        Until.holds(() -> depot.standing(id).equals("completed accepted"));
    }

    @Test
    void a_lost_connection_is_replaced() {
        Relay waking = relay(RARE, crm);
        relay(RARE, crm).start();
        awaitListeners(1);

        depot.jdbc()
                .queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and query like 'listen%'");

        forgetCutConnections();
        long id = created("3");
        Until.holds(() -> {
            waking.committed(Set.of(CRM));
            return depot.standing(id).equals("completed accepted");
        });
    }

    /** A connection that has listened for an earlier relay may be in the pool, and has been cut with the others. */
    private void forgetCutConnections() {
        try {
            depot.dataSource()
                    .unwrap(HikariDataSource.class)
                    .getHikariPoolMXBean()
                    .softEvictConnections();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_relay_that_stops_listens_no_more() {
        Relay sleeping = relay(RARE, crm);
        sleeping.start();
        awaitListeners(1);

        sleeping.stop();

        awaitListeners(0);
    }
}
