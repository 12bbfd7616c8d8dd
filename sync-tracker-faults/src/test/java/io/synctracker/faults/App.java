package io.synctracker.faults;

import com.zaxxer.hikari.HikariDataSource;
import io.synctracker.EntityRef;
import io.synctracker.outbox.OutboxLeases;
import io.synctracker.relay.Relay;
import io.synctracker.relay.RelayListener;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks;
import org.springframework.transaction.TransactionDefinition;

/** An application in the test's own JVM, for what must happen step by step. */
final class App implements AutoCloseable {

    private final Plan plan;
    private final HikariDataSource pool;
    private final Hooks hooks;
    private final Wiring wiring;
    private final Producer producer;
    private final Map<EntityRef, Long> revisions = new HashMap<>();

    private App(Plan plan, HikariDataSource pool, Hooks hooks, Wiring wiring) {
        this.plan = plan;
        this.pool = pool;
        this.hooks = hooks;
        this.wiring = wiring;
        producer = Producer.shared(wiring, plan.name(), new Random(plan.seed()));
    }

    static App start(Plan plan) {
        return start(plan, Hooks.NONE, true, false);
    }

    /**
     * Starts an application.
     *
     * @param tracked whether the library takes part
     * @param keepsIsolation whether its connections keep the isolation that the database gives them
     */
    static App start(Plan plan, Hooks hooks, boolean tracked, boolean keepsIsolation) {
        HikariDataSource pool = Node.pool(plan);
        pool.setConnectionTimeout(3000);
        TappedDataSource tapped = new TappedDataSource(pool, hooks, keepsIsolation);
        return new App(plan, pool, hooks, new Wiring(tapped, tracked, false));
    }

    Relay relay() {
        return relay(leases -> new WatchedLeases(leases, hooks));
    }

    /**
     * Makes a relay.
     *
     * @param decorator stands around its leases
     */
    Relay relay(UnaryOperator<OutboxLeases> decorator) {
        return wiring.relay(
                Node.settings(plan),
                new SocketTarget(plan.name(), plan.world(), hooks),
                new RelayListener() {},
                decorator);
    }

    Wiring wiring() {
        return wiring;
    }

    /** Creates or changes entities, each in a transaction of its own. */
    void change(EntityRef... entities) {
        for (EntityRef entity : entities) {
            producer.change(entity, revisions.merge(entity, 1L, Long::sum));
        }
    }

    /** Creates or changes an entity as the given one of its changes. */
    void change(EntityRef entity, long revision) {
        producer.change(entity, revision);
    }

    /** Changes an entity in a callback right before the commit, where the library runs its statements too. */
    void changeAtCommit(EntityRef entity, boolean inBatch) {
        String sql = "update " + Shop.table(entity.type()) + " set stamp = 'late' where id = ?";
        wiring.transactions(TransactionDefinition.ISOLATION_READ_COMMITTED)
                .executeWithoutResult(status -> wiring.entityManager()
                        .unwrap(SharedSessionContractImplementor.class)
                        .getTransactionCompletionCallbacks()
                        .registerCallback((TransactionCompletionCallbacks.BeforeCompletionCallback) session ->
                                session.doWork(connection -> update(connection, sql, entity.id(), inBatch))));
    }

    private static void update(Connection connection, String sql, String id, boolean inBatch) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, id);
            if (inBatch) {
                update.addBatch();
                update.executeBatch();
            } else {
                update.executeUpdate();
            }
        }
    }

    @Override
    public void close() {
        wiring.close();
        pool.close();
    }
}
