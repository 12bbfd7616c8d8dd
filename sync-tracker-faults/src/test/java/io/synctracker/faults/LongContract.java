package io.synctracker.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The long run: fire, kills, stops and cuts at once, in rounds of new seeds, until the time is up. */
@Tag("long")
abstract class LongContract {

    private static final long LEASE = 4000;
    private static final int MOST_ROUNDS = 10_000;
    private static final int FAULTS_OF_A_ROUND = 6;

    private final Vendor vendor;

    LongContract(Vendor vendor) {
        this.vendor = vendor;
    }

    @Test
    void round_after_round_ends_well() throws Exception {
        long minutes = Long.getLong("sync-tracker.faults.minutes", 20);
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        long first = Dice.seed();
        System.out.println(vendor + ", " + minutes + " minutes: replay with " + Dice.replay(first));
        Random seeds = new Random(first);
        int visits = 0;
        for (int round = 1; round <= MOST_ROUNDS && System.nanoTime() - end < 0; round++) {
            // The first round has the seed that was given, so that the round that failed is replayed as the first.
            long seed = round == 1 ? first : seeds.nextLong();
            visits += round(seed);
            System.out.println(
                    vendor + ", round " + round + " ended well: " + Dice.replay(seed) + ", " + visits + " deliveries");
        }
        assertThat(visits).isPositive();
    }

    private int round(long seed) throws Exception {
        try (Scene scene = Scene.on(vendor, seed, new World(seed, 10, 10_000), LEASE);
                CutProxy proxy = new CutProxy(scene.plan("").url())) {
            Random chance = Dice.of(seed, "faults");
            Child producer = scene.start(scene.plan("p").producing("own0", "own1"));
            // Only these are cut off; what the others are thrown is nobody's fault but the library's.
            Plan exposed = scene.plan("").relaying(1).at(proxy.url());
            List<Child> relays =
                    new ArrayList<>(List.of(scene.start(exposed.named("r0")), scene.start(exposed.named("r1"))));
            relays.forEach(relay -> relay.awaitReady().go());
            producer.awaitReady().go();
            for (int i = 0; i < FAULTS_OF_A_ROUND; i++) {
                fault(scene, proxy, relays, chance, exposed.named("r-after-" + i));
            }
            scene.mustEndWell(List.of(producer));
            scene.nothingMayHaveFailed();
            return scene.world.visits().size();
        }
    }

    private static void fault(Scene scene, CutProxy proxy, List<Child> relays, Random chance, Plan next)
            throws Exception {
        FaultsContract.pass(500 + chance.nextInt(2500));
        int which = chance.nextInt(relays.size());
        switch (chance.nextInt(5)) {
            case 0 -> proxy.cut();
            case 1 -> {
                proxy.goAway();
                FaultsContract.pass(chance.nextInt(3000));
                proxy.comeBack();
            }
            case 2 -> stop(scene, relays.get(which), chance.nextInt((int) LEASE * 2));
            case 3 -> {
                relays.remove(which).kill();
                relays.add(scene.start(next).awaitReady().go());
            }
            default -> {
                Point point = Point.values()[chance.nextInt(Point.values().length)];
                Plan doomed =
                        next.named(next.name() + "-doomed").at(scene.plan("").url());
                Child victim = scene.start(
                        doomed.producing("own2", "own3").trapped(point + ":" + (1 + chance.nextInt(5)) + ":halt"));
                victim.awaitReady().go().awaitDeath();
            }
        }
    }

    /** Stops a relay in its only call, so that it cannot be about to make one, which nobody could take back. */
    private static void stop(Scene scene, Child relay, long millis) {
        Door door = scene.world.door(message -> message.node().equals(relay.name()));
        if (door.isVisited(LEASE)) {
            relay.freeze();
            door.open();
            FaultsContract.pass(millis);
            relay.thaw();
        }
        door.open();
    }
}
