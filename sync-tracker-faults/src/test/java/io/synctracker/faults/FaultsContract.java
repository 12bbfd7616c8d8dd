package io.synctracker.faults;

import io.synctracker.testdatabases.Vendor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Processes that produce and processes that deliver, under everything that can happen to them. */
abstract class FaultsContract {

    private final Vendor vendor;
    private final long seed = Dice.seed();

    FaultsContract(Vendor vendor) {
        this.vendor = vendor;
        System.out.println(getClass().getSimpleName() + ": " + Dice.replay(seed));
    }

    @Test
    void nothing_is_lost_under_fire_and_no_transaction_fails() throws Exception {
        try (Scene scene = Scene.on(vendor, seed, new World(seed, 10, 20_000), 8000)) {
            List<Child> producers = List.of(
                    scene.start(scene.plan("p0").producing("own0", "own1")),
                    scene.start(scene.plan("p1").producing("own2", "own3")));
            List<Child> relays = List.of(
                    scene.start(scene.plan("r0").relaying(4)), scene.start(scene.plan("r1").relaying(4)));
            relays.forEach(child -> child.awaitReady().go());
            producers.forEach(child -> child.awaitReady().go());
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(10));
            scene.mustEndWell(producers);
            scene.nothingMayHaveFailed();
            System.out.println(vendor + " committed " + producers.stream().mapToInt(Child::committed).sum() + " visits " + scene.world.visits().size());
        }
    }
}
