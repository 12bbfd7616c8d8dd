package io.synctracker.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.EntityRef;
import io.synctracker.relay.Relay;
import io.synctracker.testdatabases.Vendor;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Processes that produce and processes that deliver, in fire, killed, and stopped for a while. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultsContract {

    private static final int FAILING = 10;
    private static final long LEASE = 6000;
    private static final long KILL_LEASE = 3000;
    private static final long SHORT_LEASE = 2000;

    private final Vendor vendor;
    private final long seed = Dice.seed();

    FaultsContract(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeAll
    void print() {
        System.out.println(getClass().getSimpleName() + ": replay with " + Dice.replay(seed));
    }

    private Scene scene(int failingPercent, long leaseMillis) throws IOException {
        return Scene.on(vendor, seed, new World(seed, failingPercent, 10_000), leaseMillis);
    }

    static void pass(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void nothing_is_lost_under_fire_and_no_transaction_fails() throws Exception {
        try (Scene scene = scene(FAILING, LEASE)) {
            List<Child> producers = List.of(
                    scene.start(scene.plan("p0").producing("own0", "own1")),
                    scene.start(scene.plan("p1").producing("own2", "own3")));
            List<Child> relays = List.of(
                    scene.start(scene.plan("r0").relaying(4)),
                    scene.start(scene.plan("r1").relaying(4)));
            relays.forEach(child -> child.awaitReady().go());
            producers.forEach(child -> child.awaitReady().go());
            pass(6000);

            scene.mustEndWell(producers);

            scene.nothingMayHaveFailed();
            assertThat(producers).allMatch(child -> child.committed() > 20);
        }
    }

    @Test
    void a_process_that_is_killed_at_any_step_loses_nothing() throws Exception {
        try (Scene scene = scene(FAILING, KILL_LEASE)) {
            Child producer = scene.start(scene.plan("p").producing("own0", "own1"));
            Child relay = scene.start(scene.plan("r").relaying(2));
            Deque<Child> victims = new ArrayDeque<>();
            List.of(relay, producer).forEach(child -> child.awaitReady().go());
            for (Point point : Point.values()) {
                victims.add(victim(scene, point));
                if (victims.size() == 2) {
                    victims.remove().awaitReady().go().awaitDeath();
                }
            }
            victims.remove().awaitReady().go().awaitDeath();

            scene.mustEndWell(List.of(producer));

            scene.nothingMayHaveFailed();
            assertThat(relay.isAlive()).isTrue();
        }
    }

    /** Starts a process that does everything, and ends itself where a step is reached for the nth time. */
    private static Child victim(Scene scene, Point point) throws IOException {
        int nth = 1 + Dice.of(scene.seed, point).nextInt(4);
        // The one before it is dead before it begins, so that the type is its own; it numbers on where that one ended.
        Plan plan = scene.plan("victim-" + point).relaying(2);
        return scene.start(plan.producing("own2", "own3").trapped(point + ":" + nth + ":halt"));
    }

    @Test
    void a_process_that_is_killed_at_any_time_loses_nothing() throws Exception {
        try (Scene scene = scene(FAILING, KILL_LEASE)) {
            Random chance = Dice.of(seed, "times");
            Child relay = scene.start(scene.plan("r").relaying(2)).awaitReady().go();
            List<Child> victims = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                victims.add(scene.start(scene.plan("v" + i).relaying(2).producing("own0", "own1")));
            }
            for (Child victim : victims) {
                victim.awaitReady().go().awaitLine("GOING");
                pass(200 + chance.nextInt(1200));
                victim.kill();
            }

            scene.mustEndWell();

            scene.nothingMayHaveFailed();
            assertThat(relay.isAlive()).isTrue();
        }
    }

    private static EntityRef[] three(Object name) {
        return new EntityRef[] {
            new EntityRef(Shop.SNAPSHOT, name + "-1"),
            new EntityRef(Shop.SNAPSHOT, name + "-2"),
            new EntityRef(Shop.LATEST, name + "-3")
        };
    }

    @Test
    void a_relay_that_is_stopped_beyond_its_lease_writes_nothing_and_sends_nothing_older() throws Exception {
        try (Scene scene = scene(0, SHORT_LEASE);
                App other = App.start(scene.plan("other"));
                Relay takesOver = other.relay()) {
            for (Point point : List.of(Point.CLAIMED, Point.CALLED, Point.SETTLING)) {
                Child stale = stop(scene, other, point);
                other.change(three(point));
                takesOver.start();
                Wait.until(scene.books::nothingWaits, () -> "Nobody took over from " + stale.name());
                stale.release();
                stale.thaw();
                stale.awaitLine("LOST");
                other.change(three(point));
                scene.mustEndWell();
                takesOver.stop();
                stale.close();
            }
        }
    }

    /** What a stopped relay has locked nobody can take; it goes on where it was. */
    @Test
    void a_relay_that_is_stopped_in_a_transaction_of_its_own_is_not_overtaken() throws Exception {
        try (Scene scene = scene(0, SHORT_LEASE);
                App other = App.start(scene.plan("other"));
                Relay beside = other.relay()) {
            for (Point point : List.of(Point.CLAIMING, Point.SETTLED)) {
                Child stopped = stop(scene, other, point);
                other.change(three(point));
                beside.start();
                pass(SHORT_LEASE + SHORT_LEASE / 2);
                assertThat(scene.books.waiting()).as(scene.replay()).isPositive();
                stopped.release();
                stopped.thaw();
                scene.mustEndWell();
                beside.stop();
                stopped.close();
            }
        }
    }

    /** Starts a relay, and stops it where it stands once it has reached a step with the first state of three entities. */
    private static Child stop(Scene scene, App other, Point point) throws IOException {
        String name = "stale-" + point;
        boolean outside = point == Point.CALLED;
        Door door = outside ? scene.world.door(message -> message.node().equals(name)) : null;
        Plan plan = scene.plan(name).relaying(1);
        Child relay =
                scene.start(outside ? plan : plan.trapped(point + ":1:hold")).awaitReady();
        other.change(three(point));
        relay.go();
        if (door == null) {
            relay.awaitLine("AT");
            relay.freeze();
        } else {
            door.awaitVisitor();
            relay.freeze();
            door.open();
        }
        return relay;
    }

    /** Nobody can take back a request that is under way; whoever gets it can tell. */
    @Test
    void what_a_stopped_relay_still_sends_is_told_by_its_sequence() throws Exception {
        try (Scene scene = scene(0, SHORT_LEASE);
                App other = App.start(scene.plan("other"));
                Relay takesOver = other.relay()) {
            Child stale = stop(scene, other, Point.CALLING);
            other.change(three(Point.CALLING));
            takesOver.start();
            Wait.until(scene.books::nothingWaits, () -> "Nobody took over");
            long newest = newestSequence(scene);
            stale.release();
            stale.thaw();
            stale.awaitLine("LOST");
            assertThat(scene.books.violations()).as(scene.replay()).isEmpty();
            // It may have sent nothing: its call is late by now, and may have been interrupted first.
            assertThat(scene.world.visits())
                    .filteredOn(visit -> visit.node().equals(stale.name()))
                    .allMatch(visit -> visit.sequence() < newest);
        }
    }

    private static long newestSequence(Scene scene) {
        return scene.world.visits().stream()
                .filter(visit -> visit.node().equals("other"))
                .mapToLong(Visit::sequence)
                .min()
                .orElseThrow();
    }
}
