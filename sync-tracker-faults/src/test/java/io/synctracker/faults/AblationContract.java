package io.synctracker.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.EntityRef;
import io.synctracker.outbox.OutboxLeases;
import io.synctracker.relay.Relay;
import io.synctracker.testdatabases.Vendor;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Each rule that the library lives by, taken away: the same steps that end well with it must end badly without it, or
 * the suite could not see what the rule is for. The steps are forced, so that nothing is left to luck.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AblationContract {

    private static final long LEASE = 2000;
    private static final long LONG_LEASE = 60_000;
    private static final EntityRef FIRST = new EntityRef(Shop.SNAPSHOT, "first");
    private static final EntityRef SECOND = new EntityRef(Shop.SNAPSHOT, "second");
    private static final EntityRef EACH = new EntityRef(Shop.EACH, "each");

    final long seed = Dice.seed();
    private final Vendor vendor;

    AblationContract(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeAll
    void print() {
        System.out.println(getClass().getSimpleName() + ": replay with " + Dice.replay(seed));
    }

    Scene scene() throws IOException {
        return Scene.on(vendor, seed, new World(seed, 0, 0), LEASE);
    }

    /** Makes leases out of the library's, told of steps by hooks. */
    @FunctionalInterface
    interface Decorator {

        /** The leases of an application as they are with every rule. */
        Decorator NONE = (leases, hooks, app) -> new WatchedLeases(leases, hooks);

        OutboxLeases decorate(OutboxLeases leases, Hooks hooks, App app);
    }

    /** Stops a relay, on whichever thread it is, at a step of its first entry. */
    private static Trap stopping(Point point) {
        return Trap.of(point + ":1:hold", line -> {});
    }

    /** What only happens without the rule is waited for without it; with it, some time is given to do wrong. */
    private static void await(boolean ruled, long millis, BooleanSupplier wrong) {
        if (ruled) {
            Wait.atMost(millis, wrong);
        } else {
            Wait.until(wrong, () -> "It did not go wrong");
        }
    }

    private static boolean wasTold(Scene scene, EntityRef entity, long revision) {
        return scene.world.visits().stream()
                .anyMatch(visit -> visit.entity().equals(entity) && visit.revision() == revision && visit.applied());
    }

    private static List<String> judge(Scene scene) {
        Wait.until(scene.books::nothingWaits, () -> "entries wait, " + scene.replay());
        return scene.books.judge(scene.world.visits());
    }

    @Test
    void a_relay_that_does_not_look_at_its_lease_sends_something_older() throws Exception {
        assertThat(afterALongCall(true, LEASE, Decorator.NONE)).isEmpty();
        assertThat(afterALongCall(
                        false,
                        LONG_LEASE,
                        (leases, hooks, app) -> new Ablation.NoLookAtTheLease(leases, hooks, Duration.ofMillis(500))))
                .anyMatch(violation -> violation.startsWith("order"));
    }

    /** A relay holds two entities; the first one's answer is long on its way, and another relay comes to help. */
    private List<String> afterALongCall(boolean ruled, long lease, Decorator decorator) throws Exception {
        Trap answered = stopping(Point.ANSWERED);
        try (Scene scene = scene();
                App slow = App.start(scene.plan("slow").leasing(lease), answered, true, false);
                App other = App.start(scene.plan("other"));
                Relay first = slow.relay(leases -> decorator.decorate(leases, answered, slow));
                Relay second = other.relay()) {
            other.change(FIRST, SECOND);
            first.start();
            answered.awaitReached();
            other.change(FIRST, SECOND);
            second.start();
            await(ruled, LEASE + LEASE / 2, () -> wasTold(scene, SECOND, 2));
            answered.release();
            await(ruled, LEASE / 2, () -> slowIsThrough(scene));
            return judge(scene);
        }
    }

    private static boolean slowIsThrough(Scene scene) {
        return scene.world.visits().stream()
                        .filter(visit -> visit.node().equals("slow"))
                        .count()
                > 1;
    }

    @Test
    void a_relay_that_settles_without_a_token_loses_a_change() throws Exception {
        assertThat(afterALateAnswer(true, Decorator.NONE)).isEmpty();
        assertThat(afterALateAnswer(
                        false,
                        (leases, hooks, app) -> new Ablation.NoTokenAtSettle(
                                leases, hooks, app.wiring().dataSource())))
                .anyMatch(violation -> violation.startsWith("lost"));
    }

    /** A relay comes to settle when another one has taken over, whose call is put off. */
    private List<String> afterALateAnswer(boolean ruled, Decorator decorator) throws Exception {
        Trap settling = stopping(Point.SETTLING);
        try (Scene scene = scene();
                App late = App.start(scene.plan("late"), settling, true, false);
                App other = App.start(scene.plan("other"));
                Relay first = late.relay(leases -> decorator.decorate(leases, settling, late));
                Relay second = other.relay()) {
            other.change(FIRST);
            first.start();
            settling.awaitReached();
            other.change(FIRST);
            Door door = scene.world.door(message -> message.node().equals("other"));
            second.start();
            door.awaitVisitor();
            settling.release();
            await(ruled, LEASE / 4, scene.books::nothingWaits);
            door.refuse();
            return judge(scene);
        }
    }

    @Test
    void a_relay_that_does_not_take_the_first_entry_of_an_entity_is_out_of_order() throws Exception {
        assertThat(afterAStopBetweenClaims(true, Decorator.NONE)).isEmpty();
        assertThat(afterAStopBetweenClaims(
                        false,
                        (leases, hooks, app) -> new Ablation.NoHeadOfKey(
                                leases,
                                hooks,
                                app.wiring().dataSource(),
                                app.wiring().dialect())))
                .anyMatch(violation -> violation.startsWith("order"));
    }

    /** Two relays take an entry each, and the one that was first calls last. */
    private List<String> afterAStopBetweenClaims(boolean ruled, Decorator decorator) throws Exception {
        Trap calling = stopping(Point.CALLING);
        try (Scene scene = scene();
                App slow = App.start(scene.plan("slow").leasing(LONG_LEASE), calling, true, false);
                App other = App.start(scene.plan("other"));
                Relay first = slow.relay(leases -> decorator.decorate(leases, calling, slow));
                Relay second = other.relay(leases -> decorator.decorate(leases, Hooks.NONE, other))) {
            other.change(EACH, EACH);
            first.start();
            calling.awaitReached();
            second.start();
            await(ruled, LEASE / 2, () -> wasTold(scene, EACH, 2));
            calling.release();
            return judge(scene);
        }
    }

    @Test
    void an_entry_that_is_numbered_before_its_entity_is_written_loses_a_change() throws Exception {
        assertThat(afterAnOvertaking(false)).isEmpty();
        assertThat(afterAnOvertaking(true)).anyMatch(violation -> violation.startsWith("lost"));
    }

    /** A transaction begins first and writes last. */
    private List<String> afterAnOvertaking(boolean numberedBefore) throws Exception {
        Ablation.NumberedBefore number = new Ablation.NumberedBefore();
        try (Scene scene = scene();
                App slow = App.start(scene.plan("slow"), number, true, false);
                App other = App.start(scene.plan("other"));
                Relay relay = other.relay()) {
            other.change(FIRST, 1);
            if (numberedBefore) {
                number.draw(other.wiring().dataSource());
            }
            other.change(FIRST, 2);
            slow.change(FIRST, 3);
            relay.start();
            return judge(scene);
        }
    }

    static List<String> failures(Runnable work) {
        List<String> failures = new ArrayList<>();
        try {
            work.run();
        } catch (RuntimeException e) {
            failures.add(Failure.of(e).text());
        }
        return failures;
    }
}
