package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.target.BatchSyncTarget;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Until;
import io.synctracker.testing.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A relay takes and prepares the next batch while it settles the last one, unless that one says that it had better not. */
abstract class ClaimAheadContract extends RelayTest {

    private static final int BATCH = 5;

    /** On MariaDB, who settles entries keeps their neighbours locked for a moment, and a taker must find others. */
    private static final int PLENTY = 5 * BATCH;

    private static final EntityRef FIRST = new EntityRef("customer", "a0");

    private static final RelaySettings RARE = SETTINGS.withPollInterval(Duration.ofMinutes(5))
            .withWakeOthers(false)
            .withBatchSize(BATCH);

    private CountDownLatch settling;
    private CountDownLatch goOn;
    private Relay background;

    ClaimAheadContract(Vendor vendor) {
        super(vendor);
    }

    @BeforeEach
    void prepare_a_relay_that_stops_while_it_settles() {
        settling = new CountDownLatch(1);
        goOn = new CountDownLatch(1);
        background = relay(RARE, RelayHooks.of(event -> holdUp()), crm);
    }

    @AfterEach
    void let_it_go() {
        goOn.countDown();
    }

    /** Events are told by the thread that settles, right after its commit. */
    private void holdUp() {
        settling.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void created(int count) {
        for (int i = 0; i < count; i++) {
            EntityRef entity = new EntityRef("customer", "a" + i);
            world.put(entity, Map.of());
            depot.change(CRM, entity, ChangeType.CREATE);
        }
    }

    @Test
    void the_next_batch_is_taken_while_the_last_one_is_settled() throws InterruptedException {
        created(PLENTY);
        background.start();
        settling.await();

        Until.holds(() -> depot.count("sync_attempts > 0") == 2 * BATCH);
    }

    @Test
    void nothing_more_is_taken_before_a_failure_is_settled() throws InterruptedException {
        crm.does(delivery -> DeliveryResult.deferred("down"));
        created(2 * BATCH);
        background.start();
        settling.await();

        assertThat(depot.count("sync_attempts > 0")).isEqualTo(BATCH);
    }

    @Test
    void a_relay_that_stops_gives_back_what_it_has_taken_ahead() throws InterruptedException {
        created(PLENTY);
        background.start();
        settling.await();
        Until.holds(() -> depot.count("sync_attempts > 0") == 2 * BATCH);
        Thread stopping = new Thread(background::stop);
        stopping.start();
        Until.holds(() -> stopping.getState() == Thread.State.TIMED_WAITING);

        goOn.countDown();
        stopping.join();

        assertThat(depot.count("lease_token is not null")).isZero();
        assertThat(depot.count("sync_status = 'pending' and sync_attempts = 0")).isEqualTo(PLENTY - BATCH);
    }

    @Test
    void a_relay_that_stops_in_an_outage_ends_its_threads() {
        created(6 * BATCH);
        FlakyDataSource flaky = new FlakyDataSource(depot.dataSource());
        AtomicInteger calls = new AtomicInteger();
        crm.does(delivery -> {
            flaky.fail(calls.incrementAndGet() > 2 * BATCH);
            return DeliveryResult.accepted();
        });
        Relay cutOff = relay(flaky, RARE.withPollInterval(Duration.ofMillis(100)));
        cutOff.start();
        Until.holds(() -> flaky.refused() > 1);

        cutOff.stop();

        Until.holds(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("sync-tracker-claim-" + CRM)));
    }

    @Test
    void a_child_of_an_entity_that_is_being_settled_goes_after_it_and_knows_its_id() throws Exception {
        takeWhileSettling(Map.of("customer", World.reference(FIRST)));

        assertThat(crm.last().payload())
                .containsEntry("customer", Map.of("type", "customer", "id", "a0", "externalId", "X-a0"));
    }

    @Test
    void what_has_an_entity_that_is_being_settled_in_a_list_knows_its_id() throws Exception {
        takeWhileSettling(Map.of("customers", List.of(World.reference(FIRST))));

        assertThat(crm.last().payload())
                .containsEntry("customers", List.of(Map.of("type", "customer", "id", "a0", "externalId", "X-a0")));
    }

    @Test
    void what_is_left_of_an_outage_is_settled_before_anything_that_refers_to_it_is_prepared() {
        world.track("order", CRM);
        created(BATCH);
        // So large that there is no room for more: taking more would settle, too.
        String state =
                "{\"customers\":[{\"type\":\"customer\",\"id\":\"a0\"}],\"text\":\"" + "x".repeat(1_000_000) + "\"}";
        for (int i = 0; i < BATCH; i++) {
            depot.change(CRM, new EntityRef("order", "o" + i), ChangeType.CREATE, state);
        }
        AtOnce target = new AtOnce(delivery -> settling.countDown());
        Relay cutOff = relay(settlingLate(), RARE, hooks(), target);

        cutOff.start();

        Until.holds(() -> depot.count("sync_status = 'completed'") == 2 * BATCH);
        assertThat(target.last().payload())
                .containsEntry("customers", List.of(Map.of("type", "customer", "id", "a0", "externalId", "X-a0")));
    }

    /** Refuses connections to the thread that settles, once calls were made, until the next batch is taken. */
    private DataSource settlingLate() {
        return new DelegatingDataSource(depot.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                boolean settles = Thread.currentThread().getName().startsWith("sync-tracker-relay-");
                if (settles && settling.getCount() == 0 && depot.count("sync_attempts > 0") < 2 * BATCH) {
                    throw new SQLTransientConnectionException("the database is down");
                }
                return super.getConnection();
            }
        };
    }

    /** Delivers customers and then an order, which is taken and read before it is written what came of the customers. */
    private void takeWhileSettling(Map<String, ?> attributesOfOrder) throws SQLException {
        goOn.countDown();
        world.track("order", CRM);
        created(BATCH);
        long first = depot.number("select min(id) from sync_logs");
        EntityRef order = new EntityRef("order", "7");
        world.put(order, attributesOfOrder);
        depot.change(CRM, order, ChangeType.CREATE);
        try (Connection other = depot.dataSource().getConnection()) {
            other.setAutoCommit(false);
            crm.does(delivery -> {
                if (crm.deliveries.size() == BATCH) {
                    lock(other, first);
                }
                return DeliveryResult.accepted("X-" + delivery.entity().id());
            });
            background.start();
            Until.holds(() -> world.reads > 1);

            other.rollback();
        }
        Until.holds(() -> depot.count("sync_status = 'completed'") == BATCH + 1);
    }

    /** Holds up who settles, and not who takes: that one passes over what is locked. */
    private static void lock(Connection connection, long id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("select id from sync_logs where id = " + id + " for update");
        }
    }

    @Test
    void an_entity_that_refers_to_itself_and_is_changed_again_while_it_is_settled_does_not_wait_for_itself() {
        created(BATCH);
        world.put(FIRST, Map.of("friends", List.of(World.reference(FIRST))));
        Relay late = relay(takingLate(), RARE, RelayHooks.of(event -> settling.countDown()), new AtOnce(delivery -> {
            if (delivery.entity().equals(FIRST) && delivery.action() == ChangeType.CREATE) {
                depot.change(CRM, FIRST, ChangeType.UPDATE);
            }
        }));

        late.start();

        Until.holds(() -> depot.count("sync_status = 'completed'") == BATCH + 1);
    }

    /** Answers for a whole batch in one call, so that all of it is settled together. */
    private static final class AtOnce implements BatchSyncTarget {

        private final Consumer<Delivery> noting;
        private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

        AtOnce(Consumer<Delivery> noting) {
            this.noting = noting;
        }

        Delivery last() {
            return deliveries.get(deliveries.size() - 1);
        }

        @Override
        public String name() {
            return CRM;
        }

        @Override
        public int maxBatchSize() {
            return BATCH;
        }

        @Override
        public List<DeliveryResult> deliverAll(List<Delivery> all) {
            all.forEach(noting);
            deliveries.addAll(all);
            return all.stream()
                    .map(delivery ->
                            DeliveryResult.accepted("X-" + delivery.entity().id()))
                    .toList();
        }
    }

    /** Lets the thread that takes ahead have no connection before something is settled. */
    private DataSource takingLate() {
        return new DelegatingDataSource(depot.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (Thread.currentThread().getName().startsWith("sync-tracker-claim-")) {
                    try {
                        settling.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                return super.getConnection();
            }
        };
    }

    @Test
    void a_batch_that_could_not_be_prepared_ahead_is_prepared_again() throws InterruptedException {
        created(2 * BATCH);
        crm.does(delivery -> {
            world.failNextRead(crm.deliveries.size() == BATCH);
            return DeliveryResult.accepted();
        });
        background.start();
        settling.await();
        Until.holds(() -> world.reads > 1);

        goOn.countDown();

        Until.holds(() -> depot.count("sync_status = 'completed'") == 2 * BATCH);
        assertThat(world.reads).isEqualTo(3);
    }

    @Test
    void all_of_a_backlog_arrives_once() {
        goOn.countDown();
        created(20 * BATCH);

        background.start();

        Until.holds(() -> depot.count("sync_status = 'completed'") == 20 * BATCH);
        assertThat(crm.deliveries)
                .extracting(delivery -> delivery.entity().id())
                .doesNotHaveDuplicates()
                .hasSize(20 * BATCH);
    }
}
