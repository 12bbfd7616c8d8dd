package io.synctracker.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.synctracker.EntityRef;
import io.synctracker.testdatabases.Vendor;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that goes away in the middle, and comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OutageContract {

    static final long LEASE = 6000;

    final long seed = Dice.seed();
    private final Vendor vendor;

    OutageContract(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeAll
    void print() {
        System.out.println(getClass().getSimpleName() + ": replay with " + Dice.replay(seed));
    }

    Scene scene() throws IOException {
        return Scene.on(vendor, seed, new World(seed, 10, 10_000), LEASE);
    }

    /** Ends all sessions of a database but the one that asks. */
    abstract void endSessions(JdbcTemplate jdbc);

    @Test
    void relays_go_on_by_themselves_after_their_connections_were_cut() throws Exception {
        try (Scene scene = scene();
                CutProxy proxy = new CutProxy(scene.plan("").url())) {
            Running running = Running.start(scene, proxy.url());
            running.goOn();
            proxy.cut();
            running.goOn();
            proxy.goAway();
            FaultsContract.pass(1500);
            proxy.comeBack();
            running.goOn();
            Plan plan = scene.plan("");
            endSessions(new JdbcTemplate(new DriverManagerDataSource(plan.url(), plan.user(), plan.password())));
            running.mustEndWell();
        }
    }

    /** A producer and two relays, which are never started again. */
    record Running(Scene scene, Child producer, List<Child> relays) {

        static Running start(Scene scene, String url) throws IOException {
            Child producer =
                    scene.start(scene.plan("p").producing("own0", "own1").at(url));
            List<Child> relays = List.of(
                    scene.start(scene.plan("r0").relaying(2).at(url)),
                    scene.start(scene.plan("r1").relaying(2).at(url)));
            relays.forEach(relay -> relay.awaitReady().go());
            producer.awaitReady().go();
            return new Running(scene, producer, relays);
        }

        /** Waits until more of the world's calls have come than now. */
        void goOn() {
            int before = scene.world.visits().size();
            Wait.until(
                    () -> scene.world.visits().size() > before + 40,
                    () -> "Nobody calls any more, " + scene.replay() + " " + producer.failures());
        }

        void mustEndWell() {
            goOn();
            scene.mustEndWell(List.of(producer));
            assertThat(relays).as(scene.replay()).allMatch(Child::isAlive);
            assertThat(producer.failures()).as(scene.replay()).noneMatch(OutageContract::isRefusal);
        }
    }

    /** A cut may fail a transaction, and a conflict may not. */
    private static boolean isRefusal(String failure) {
        return failure.matches("\\S+ FAILED \\d+ \\S+ (40|23) .*");
    }

    @ParameterizedTest
    @EnumSource(names = {"WRITING", "COMMITTING"})
    void a_transaction_that_is_cut_off_fails_as_it_would_without_the_library(Point point) throws Exception {
        try (Scene scene = scene();
                CutProxy proxy = new CutProxy(scene.plan("").url())) {
            Failure plain = cutAt(scene, proxy, point, false, App::change);
            Failure tracked = cutAt(scene, proxy, point, true, App::change);

            assertThat(tracked.kind()).as("%s, %s", plain, tracked).isEqualTo(plain.kind());
        }
    }

    /** The library's statements run right before the commit, so they must fail as the application's would there. */
    @ParameterizedTest
    @EnumSource(names = {"COUNTING", "APPENDING"})
    void a_transaction_that_is_cut_off_in_the_recording_fails_as_in_a_callback_of_its_own(Point point)
            throws Exception {
        try (Scene scene = scene();
                CutProxy proxy = new CutProxy(scene.plan("").url())) {
            Failure alone = cutAt(scene, proxy, Point.WRITING, false, (app, some) -> app.changeAtCommit(some, false));
            Failure batch = cutAt(scene, proxy, Point.WRITING, false, (app, some) -> app.changeAtCommit(some, true));
            Failure tracked = cutAt(scene, proxy, point, true, App::change);

            assertThat(tracked.kind()).as("%s", tracked).isIn(alone.kind(), batch.kind());
            assertThat(tracked.family()).isEqualTo("08");
        }
    }

    private static Failure cutAt(
            Scene scene, CutProxy proxy, Point point, boolean tracked, BiConsumer<App, EntityRef> work) {
        // Each its own, so that all begin with the same steps.
        EntityRef entity = new EntityRef(Shop.LATEST, UUID.randomUUID().toString());
        AtomicBoolean armed = new AtomicBoolean();
        Hooks cuts = reached -> {
            if (reached == point && armed.compareAndSet(true, false)) {
                proxy.cut();
            }
        };
        try (App app = App.start(scene.plan("cut").at(proxy.url()), cuts, tracked, false)) {
            app.change(entity);
            armed.set(true);
            return Failure.of(Objects.requireNonNull(catchThrowable(() -> work.accept(app, entity))));
        }
    }

    @Test
    void a_transaction_that_finds_no_database_fails_as_it_would_without_the_library() throws Exception {
        try (Scene scene = scene();
                CutProxy proxy = new CutProxy(scene.plan("").url());
                App plain = App.start(scene.plan("plain").at(proxy.url()), Hooks.NONE, false, false);
                App tracked = App.start(scene.plan("tracked").at(proxy.url()))) {
            EntityRef entity = new EntityRef(Shop.LATEST, "a");
            plain.change(entity);
            proxy.goAway();

            Failure without = Failure.of(Objects.requireNonNull(catchThrowable(() -> plain.change(entity))));
            Failure with = Failure.of(Objects.requireNonNull(catchThrowable(() -> tracked.change(entity))));

            assertThat(with.kind()).isEqualTo(without.kind());
        }
    }
}
