package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.store.TrackedVersion;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.RecordingTarget;
import io.synctracker.tracking.LinkChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Several relays and several writers at once, on databases that can do it. */
abstract class RaceContract extends RelayTest {

    private static final int ENTITIES = 12;

    private final Set<EntityRef> inCall = ConcurrentHashMap.newKeySet();
    private final AtomicInteger overlaps = new AtomicInteger();

    RaceContract(Vendor vendor) {
        super(vendor);
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private DeliveryResult watched(Delivery delivery, DeliveryResult answer) {
        if (!inCall.add(delivery.entity())) {
            overlaps.incrementAndGet();
        }
        Thread.yield();
        inCall.remove(delivery.entity());
        return answer;
    }

    private static EntityRef entity(int number) {
        return new EntityRef("customer", "r" + number);
    }

    private int turnUntilDone(Relay turned) {
        int settled = 0;
        while (depot.count("sync_status = 'pending'") > 0) {
            settled += turned.runOnce();
        }
        return settled;
    }

    @Test
    void eight_relays_settle_each_entry_once() throws Exception {
        for (int i = 0; i < 200; i++) {
            depot.change(CRM, entity(i), ChangeType.CREATE, "{}");
        }
        crm.does(delivery -> watched(delivery, DeliveryResult.accepted()));
        List<Callable<Integer>> relays = IntStream.range(0, 8)
                .mapToObj(i -> relay(SETTINGS.withBatchSize(10), crm))
                .map(one -> (Callable<Integer>) () -> turnUntilDone(one))
                .toList();

        List<Integer> settled = together(relays);

        assertThat(settled.stream().mapToInt(Integer::intValue).sum()).isEqualTo(200);
        assertThat(crm.deliveries)
                .extracting(Delivery::id)
                .doesNotHaveDuplicates()
                .hasSize(200);
        assertThat(overlaps).hasValue(0);
    }

    /** One transaction after the other marks entities in any order, so that no two of them wait for each other. */
    @Test
    void a_transaction_that_marks_entities_in_any_order_is_never_failed_by_a_relay() throws Exception {
        crm.does(delivery -> DeliveryResult.accepted());
        AtomicInteger rounds = new AtomicInteger(60);
        Callable<Integer> relaying = () -> {
            Relay one = relay(SETTINGS, crm);
            int settled = 0;
            while (rounds.get() > 0) {
                settled += one.runOnce();
            }
            return settled;
        };
        Callable<Integer> writing = () -> {
            while (rounds.get() > 0) {
                IntStream.range(0, ENTITIES).forEach(i -> depot.change(CRM, entity(i), ChangeType.UPDATE, "{}"));
            }
            return 0;
        };
        Callable<Integer> marking = () -> {
            Random random = new Random(7);
            try {
                while (rounds.getAndDecrement() > 0) {
                    markAll(random);
                }
                return 0;
            } finally {
                rounds.set(0);
            }
        };

        List<Integer> done = together(List.of(relaying, relaying, writing, marking));

        assertThat(done.get(0) + done.get(1)).isPositive();
    }

    private void markAll(Random random) {
        List<EntityRef> entities = new ArrayList<>();
        IntStream.range(0, ENTITIES).forEach(i -> entities.add(entity(i)));
        Collections.shuffle(entities, random);
        depot.transactions()
                .executeWithoutResult(status -> entities.forEach(entity -> depot.connected(connection -> {
                    TrackedVersion version =
                            depot.links().versions(connection, List.of(entity)).get(entity);
                    return version == null
                            ? List.of()
                            : depot.links().write(connection, List.of(LinkChange.synced(version, CRM, null, null)));
                })));
    }

    @Test
    void each_entity_is_delivered_in_order_while_it_changes() throws Exception {
        world.track("customer", false, Set.of(ChangeType.values()), CRM);
        crm.does(delivery -> watched(delivery, DeliveryResult.accepted()));
        List<Callable<Integer>> work = new ArrayList<>();
        AtomicInteger writing = new AtomicInteger(4);
        for (int i = 0; i < 4; i++) {
            int seed = i;
            work.add(() -> {
                write(seed, 40, TransactionDefinition.ISOLATION_DEFAULT);
                return writing.decrementAndGet();
            });
            Relay one = relay(SETTINGS.withBatchSize(20), crm);
            work.add(() -> {
                int settled = 0;
                while (writing.get() > 0) {
                    settled += one.runOnce();
                }
                return settled + turnUntilDone(one);
            });
        }

        together(work);

        assertThat(overlaps).hasValue(0);
        assertThat(crm.deliveries).hasSize(160);
        byEntity(crm.deliveries)
                .forEach((entity, deliveries) -> assertThat(deliveries)
                        .extracting(Delivery::sequence)
                        .isSortedAccordingTo(Comparator.naturalOrder()));
    }

    private static Map<EntityRef, List<Delivery>> byEntity(List<Delivery> deliveries) {
        return deliveries.stream().collect(Collectors.groupingBy(Delivery::entity));
    }

    /** Changes random entities, and stores how many changes each has seen. */
    private void write(int seed, int changes, int isolation) {
        Random random = new Random(seed);
        TransactionTemplate business = new TransactionTemplate(new DataSourceTransactionManager(depot.dataSource()));
        business.setIsolationLevel(isolation);
        for (int i = 0; i < changes; i++) {
            EntityRef entity = entity(random.nextInt(ENTITIES));
            business.executeWithoutResult(status -> depot.changeInside(CRM, entity, ChangeType.UPDATE, "{}"));
        }
    }

    @Test
    void folding_relays_leave_every_system_with_the_newest_state() throws Exception {
        Map<EntityRef, Long> held = new ConcurrentHashMap<>();
        AtomicInteger older = new AtomicInteger();
        Random random = new Random(7);
        crm.does(delivery -> {
            boolean fails;
            synchronized (random) {
                fails = random.nextInt(10) == 0;
            }
            if (fails) {
                return watched(delivery, DeliveryResult.deferred("busy"));
            }
            Long before = held.put(delivery.entity(), delivery.sequence());
            if (before != null && before > delivery.sequence()) {
                older.incrementAndGet();
            }
            return watched(delivery, DeliveryResult.accepted());
        });
        RelaySettings patient = SETTINGS.withBatchSize(20)
                .withTarget(SETTINGS.target()
                        .withRetry(RetryPolicy.DEFAULT.withInitialInterval(Duration.ofMillis(1)))
                        .withBreaker(new BreakerPolicy(1_000_000, Duration.ofSeconds(1), Duration.ofSeconds(1))));
        AtomicInteger writing = new AtomicInteger(3);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int seed = i;
            work.add(() -> {
                // Whoever must not be hindered: a business transaction that nobody wrote retries for.
                write(seed, 100, TransactionDefinition.ISOLATION_READ_COMMITTED);
                return writing.decrementAndGet();
            });
            Relay one = relay(patient, crm);
            work.add(() -> {
                int settled = 0;
                while (writing.get() > 0) {
                    settled += one.runOnce();
                }
                while (depot.count("sync_status = 'pending'") > 0) {
                    depot.passTime(Duration.ofSeconds(1));
                    settled += one.runOnce();
                }
                return settled;
            });
        }

        together(work);

        assertThat(overlaps).hasValue(0);
        assertThat(older).hasValue(0);
        assertThat(depot.count("sync_status <> 'completed'")).isZero();
        for (EntityRef entity : held.keySet()) {
            long newest = depot.number(
                    "select max(id) from sync_logs where model_name = ? and model_id = ?", entity.type(), entity.id());
            assertThat(held.get(entity)).as("%s", entity).isEqualTo(newest);
        }
    }

    @Test
    void writers_at_repeatable_read_are_neither_blocked_nor_failed_by_a_claim() throws Exception {
        AtomicInteger writing = new AtomicInteger(4);
        crm.does(delivery -> watched(delivery, DeliveryResult.accepted()));
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int writer = i;
            work.add(() -> {
                TransactionTemplate business =
                        new TransactionTemplate(new DataSourceTransactionManager(depot.dataSource()));
                business.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
                for (int n = 0; n < 60; n++) {
                    EntityRef own = new EntityRef("customer", writer + "-" + n % 5);
                    business.executeWithoutResult(status -> depot.changeInside(CRM, own, ChangeType.UPDATE, "{}"));
                }
                return writing.decrementAndGet();
            });
        }
        Relay one = relay(SETTINGS, new RecordingTarget(CRM));
        work.add(() -> {
            int settled = 0;
            while (writing.get() > 0) {
                settled += one.runOnce();
            }
            return settled;
        });

        together(work);

        // A turn may find nothing but entries to put aside.
        turnUntilDone(one);
        assertThat(depot.count("1 = 1")).isEqualTo(240);
        assertThat(depot.count("sync_status <> 'completed'")).isZero();
    }
}
