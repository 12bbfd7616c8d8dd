package io.synctracker.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A database, the world outside, and the processes between them; the end of a test ends all of them. */
final class Scene implements AutoCloseable {

    final long seed;
    final World world;
    final Books books;
    private final Plan plan;
    private final AutoCloseable database;
    private final List<Child> children = new ArrayList<>();

    private Scene(long seed, World world, Plan plan, AutoCloseable database) {
        this.seed = seed;
        this.world = world;
        this.plan = plan;
        this.database = database;
        var source = Node.pool(plan);
        try (Wiring first = new Wiring(source, true, true)) {
            new Books(source).make(plan.url().startsWith("jdbc:postgresql"));
        } finally {
            source.close();
        }
        books = new Books(new org.springframework.jdbc.datasource.DriverManagerDataSource(
                plan.url(), plan.user(), plan.password()));
    }

    /** Sets the scene on a database of its own on the shared server. */
    static Scene on(Vendor vendor, long seed, World world, long leaseMillis) {
        TestDatabase database = TestDatabase.of(vendor);
        Plan plan = new Plan(
                "?",
                database.url(),
                database.user(),
                database.password(),
                world.port(),
                seed,
                0,
                "",
                "",
                0,
                leaseMillis,
                "");
        return new Scene(seed, world, plan, database);
    }

    /** Sets the scene on a server of its own. */
    static Scene on(PrivatePostgres server, long seed, World world, long leaseMillis) {
        Plan plan = new Plan("?", server.url(), "postgres", "", world.port(), seed, 0, "", "", 0, leaseMillis, "");
        return new Scene(seed, world, plan, server);
    }

    /** Returns the plan of a process that does nothing yet. */
    Plan plan(String name) {
        return plan.named(name);
    }

    /** Starts a process; it waits to be told to go. */
    Child start(Plan started) throws IOException {
        Child child = Child.start(started);
        children.add(child);
        return child;
    }

    /** Ends what is produced, waits until everything has arrived, and asks the oracle. */
    void mustEndWell(List<Child> producers) {
        producers.forEach(Child::stop);
        producers.forEach(producer -> producer.awaitLine("DONE"));
        mustEndWell();
    }

    /** Waits until everything has arrived, and asks the oracle. */
    void mustEndWell() {
        Wait.until(books::nothingWaits, () -> "entries still wait: " + books.waiting() + ", " + replay());
        assertThat(books.judge(world.visits())).as(replay()).isEmpty();
    }

    /** Nothing that a business transaction did may have failed. */
    void nothingMayHaveFailed() {
        assertThat(children.stream().flatMap(child -> child.failures().stream()))
                .as(replay())
                .isEmpty();
    }

    String replay() {
        return "replay with " + Dice.replay(seed);
    }

    @Override
    public void close() {
        children.forEach(Child::close);
        world.close();
        try {
            database.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
