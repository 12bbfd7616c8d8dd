package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.target.DeliveryResult;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.RecordingTarget;
import io.synctracker.testing.Until;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A relay that runs by itself: is woken, outlives what goes wrong, and leaves nothing behind. */
abstract class BackgroundContract extends RelayTest {

    /** Polls so rarely that only a wake-up can be the reason. */
    private static final RelaySettings RARE =
            SETTINGS.withPollInterval(Duration.ofMinutes(5)).withWakeOthers(false);

    BackgroundContract(Vendor vendor) {
        super(vendor);
    }

    private long created(String id) {
        EntityRef entity = new EntityRef("customer", id);
        world.put(entity, Map.of());
        return depot.change(CRM, entity, ChangeType.CREATE);
    }

    private Relay started(RelaySettings settings, RecordingTarget... targets) {
        Relay started = relay(settings, targets);
        started.start();
        return started;
    }

    private void awaitStanding(long id, String standing) {
        Until.holds(() -> depot.standing(id).equals(standing));
    }

    @Test
    void what_is_there_at_the_start_is_delivered() {
        long id = created("1");

        started(RARE, crm);

        awaitStanding(id, "completed accepted");
    }

    @Test
    void a_commit_wakes_the_relay() {
        long before = created("1");
        relay = started(RARE, crm);
        awaitStanding(before, "completed accepted");

        long id = created("2");
        relay.committed(Set.of(CRM));

        awaitStanding(id, "completed accepted");
    }

    @Test
    void without_a_wake_up_the_poll_finds_it() {
        started(RARE.withPollInterval(Duration.ofMillis(50)), crm);

        awaitStanding(created("1"), "completed accepted");
    }

    @Test
    void a_backlog_is_drained_without_waiting_for_a_poll() {
        for (int i = 0; i < 60; i++) {
            created("m" + i);
        }

        started(RARE.withBatchSize(7), crm);

        Until.holds(() -> depot.count("sync_status = 'completed'") == 60);
    }

    @Test
    void a_line_of_one_entity_is_drained_without_waiting_for_a_poll() {
        world.track("customer", false, Set.of(ChangeType.values()), CRM);
        for (int i = 0; i < 20; i++) {
            depot.change(CRM, ANN, i == 0 ? ChangeType.CREATE : ChangeType.UPDATE, "{\"n\":" + i + "}");
        }

        started(RARE, crm);

        Until.holds(() -> depot.count("sync_status = 'completed'") == 20);
        assertThat(crm.deliveries)
                .extracting(delivery -> delivery.payload().get("n"))
                .isSorted()
                .hasSize(20);
    }

    @Test
    void a_target_that_hangs_holds_up_no_other() throws InterruptedException {
        CountDownLatch hangs = new CountDownLatch(1);
        RecordingTarget erp = new RecordingTarget("erp");
        crm.does(delivery -> {
            hangs.await();
            return DeliveryResult.accepted();
        });
        created("1");
        long other = depot.change("erp", BEN, ChangeType.CREATE, "{}");

        started(RARE, crm, erp);

        awaitStanding(other, "completed accepted");
        hangs.countDown();
    }

    @Test
    void a_call_that_takes_too_long_is_given_up_and_tried_again() {
        crm.does(delivery -> {
            new CountDownLatch(1).await();
            return DeliveryResult.accepted();
        });
        long id = created("1");

        relay = relay(SETTINGS.withLease(Duration.ofSeconds(60), Duration.ofMillis(100)), crm);
        relay.runOnce();

        assertThat(depot.standing(id)).isEqualTo("pending");
        assertThat(depot.error(id)).isEqualTo("no answer within 100 ms");
        assertThat(meters.calls).hasSize(1);
    }

    @Test
    void a_target_that_ignores_interrupts_is_not_called_twice_for_the_same_entity() {
        CountDownLatch returns = new CountDownLatch(1);
        crm.does(delivery -> {
            awaitStubbornly(returns);
            return DeliveryResult.accepted();
        });
        long stuck = created("1");
        relay = relay(SETTINGS.withLease(Duration.ofSeconds(60), Duration.ofMillis(100)), crm);
        relay.runOnce();
        depot.passTime(Duration.ofMinutes(2));
        crm.does(delivery -> DeliveryResult.accepted());
        long other = created("2");

        drain(relay);

        assertThat(depot.standing(other)).isEqualTo("completed accepted");
        assertThat(depot.error(stuck)).isEqualTo("waiting for an earlier call to return");
        assertThat(crm.told()).containsExactly("create customer 1", "create customer 2");
        returns.countDown();
        depot.passTime(Duration.ofMinutes(2));
        Until.holds(() -> drain(relay) + depot.count("sync_status = 'completed'") >= 2
                && depot.standing(stuck).equals("completed accepted"));
    }

    private static void awaitStubbornly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
    }

    @Test
    void a_stop_waits_for_the_call_under_way_and_gives_the_rest_back() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch ends = new CountDownLatch(1);
        crm.does(delivery -> {
            began.countDown();
            ends.await();
            return DeliveryResult.accepted();
        });
        long first = created("1");
        long second = created("2");
        relay = started(RARE.withTarget(SETTINGS.target().withConcurrency(1)), crm);
        assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
        Thread stopping = new Thread(relay::stop);
        stopping.start();
        Until.holds(() -> depot.attempts(second) == 0);

        ends.countDown();
        stopping.join(20_000);

        assertThat(depot.standing(first)).isEqualTo("completed accepted");
        assertThat(depot.standing(second)).isEqualTo("pending");
        assertThat(depot.attempts(second)).isZero();
        assertThat(depot.count("lease_token is not null")).isZero();
    }

    @Test
    void a_stop_does_not_wait_for_ever() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        crm.does(delivery -> {
            began.countDown();
            new CountDownLatch(1).await();
            return DeliveryResult.accepted();
        });
        long id = created("1");
        relay = started(RARE.withShutdownTimeout(Duration.ofMillis(50)), crm);
        assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();

        relay.stop();

        assertThat(depot.error(id)).startsWith("InterruptedException");
        assertThat(depot.count("lease_token is not null")).isZero();
    }

    @Test
    void a_stopped_relay_starts_again() {
        relay = started(RARE, crm);
        relay.stop();
        long id = created("1");

        relay.start();

        awaitStanding(id, "completed accepted");
    }

    @Test
    void entries_that_are_taken_already_are_given_back_when_the_target_is_paused() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(1);
        crm.does(delivery -> {
            began.countDown();
            goOn.await();
            return DeliveryResult.accepted();
        });
        for (int i = 0; i < 10; i++) {
            created("p" + i);
        }
        RelaySettings oneByOne =
                RARE.withTarget(SETTINGS.target().withConcurrency(1)).withPollInterval(Duration.ofMillis(50));
        started(oneByOne, crm);
        assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();

        depot.pause(CRM);

        Until.holds(() -> depot.count("lease_token is not null") == 1);
        goOn.countDown();
        Until.holds(() -> depot.count("sync_status = 'completed'") == 1);
        assertThat(crm.deliveries).hasSize(1);
    }

    @Test
    void a_rate_limit_spreads_the_calls() {
        for (int i = 0; i < 15; i++) {
            created("r" + i);
        }
        relay = relay(SETTINGS.withTarget(SETTINGS.target().withCallsPerSecond(20.0)), crm);
        long start = System.nanoTime();

        assertThat(drain(relay)).isEqualTo(15);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(550));
    }

    @Test
    void a_long_batch_keeps_its_lease() {
        for (int i = 0; i < 12; i++) {
            created("l" + i);
        }
        Relay thief = relay(SETTINGS, new RecordingTarget(CRM));
        List<Integer> stolen = new CopyOnWriteArrayList<>();
        crm.does(delivery -> {
            new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
            stolen.add(thief.runOnce());
            return DeliveryResult.accepted();
        });
        RelaySettings brief = SETTINGS.withTarget(SETTINGS.target().withConcurrency(1))
                .withLease(Duration.ofMillis(1000), Duration.ofMillis(600));
        relay = relay(brief, crm);

        assertThat(relay.runOnce()).isEqualTo(12);

        assertThat(stolen).containsOnly(0);
        assertThat(meters.lost).isEmpty();
    }

    @Test
    void a_database_that_comes_back_finds_the_relay_at_work() {
        FlakyDataSource flaky = new FlakyDataSource(depot.dataSource());
        flaky.fail(true);
        long id = created("1");
        relay(flaky, RARE).start();
        Until.holds(() -> flaky.refused() > 2);

        flaky.fail(false);

        awaitStanding(id, "completed accepted");
    }

    @Test
    void an_answer_is_not_lost_while_the_database_is_down() {
        long id = deliveredThroughAnOutage(() -> {});

        awaitStanding(id, "completed accepted");
        assertThat(crm.deliveries).hasSize(1);
    }

    @Test
    void an_answer_is_not_lost_either_if_the_lease_ends_meanwhile() {
        long id = deliveredThroughAnOutage(() -> depot.passTime(Duration.ofHours(1)));

        awaitStanding(id, "completed accepted");
        assertThat(crm.deliveries).hasSize(1);
    }

    /** Lets the database go down during the call, and come back after something else has happened. */
    private long deliveredThroughAnOutage(Runnable meanwhile) {
        FlakyDataSource flaky = new FlakyDataSource(depot.dataSource());
        crm.does(delivery -> {
            flaky.fail(true);
            return DeliveryResult.accepted("C-1");
        });
        long id = created("1");
        relay(flaky, RARE.withPollInterval(Duration.ofMillis(1))).start();
        Until.holds(() -> flaky.refused() > 2);
        meanwhile.run();
        flaky.fail(false);
        return id;
    }
}
