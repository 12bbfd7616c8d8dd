package io.synctracker.faults;

import com.zaxxer.hikari.HikariDataSource;
import io.synctracker.relay.BreakerPolicy;
import io.synctracker.relay.Relay;
import io.synctracker.relay.RelayListener;
import io.synctracker.relay.RelaySettings;
import io.synctracker.relay.RetryPolicy;
import io.synctracker.relay.TargetSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.transaction.TransactionDefinition;

/**
 * A process that produces, relays, or both. It is told what to do on its standard input, says what happens on its
 * standard output, and ends when its input does, so that none is left behind.
 */
final class Node {

    /** Of each thread. */
    private static final int MOST_TRANSACTIONS = 1000;

    /** Producers that are faster than relays wait for them, or a run would have no end. */
    private static final long MOST_WAITING = 150;

    private static final int LOOK_EVERY = 5;

    private final Plan plan;
    private final Trap trap;
    private final Wiring wiring;
    private final Relay relay;
    private final List<Thread> producing = new ArrayList<>();
    private final AtomicInteger committed = new AtomicInteger();
    private volatile boolean stopped;

    private Node(Plan plan) {
        this.plan = plan;
        trap = Trap.of(plan.trap(), Node::say);
        DataSource tapped = new TappedDataSource(pool(plan), trap, false);
        wiring = new Wiring(tapped, true, false);
        relay = wiring.relay(
                settings(plan),
                new SocketTarget(plan.name(), plan.world(), trap),
                new RelayListener() {
                    @Override
                    public void leaseLost(String system, int entries) {
                        if (entries > 0) {
                            say("LOST " + entries);
                        }
                    }
                },
                leases -> new WatchedLeases(leases, trap));
    }

    public static void main(String[] arguments) throws IOException {
        Node node = new Node(Plan.read(arguments));
        say("READY");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            node.obey(line);
        }
        Runtime.getRuntime().halt(0);
    }

    static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    static HikariDataSource pool(Plan plan) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(plan.url());
        pool.setUsername(plan.user());
        pool.setPassword(plan.password());
        pool.setMaximumPoolSize(12);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(10_000);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    static RelaySettings settings(Plan plan) {
        RetryPolicy retry = new RetryPolicy(1_000_000, Duration.ofMillis(20), 2, Duration.ofMillis(500), 0.5);
        BreakerPolicy breaker = new BreakerPolicy(5, Duration.ofMillis(50), Duration.ofMillis(500));
        return RelaySettings.DEFAULT
                .withPollInterval(Duration.ofMillis(100))
                .withBatchSize(20)
                .withLease(Duration.ofMillis(plan.leaseMillis()), Duration.ofMillis(plan.leaseMillis() / 2))
                .withTarget(new TargetSettings(Math.max(1, plan.relayThreads()), null, retry, breaker));
    }

    private void obey(String command) {
        switch (command) {
            case "go" -> go();
            case "stop" -> stop();
            case "release" -> trap.release();
            default -> throw new IllegalArgumentException(command);
        }
    }

    private void go() {
        if (plan.relayThreads() > 0) {
            relay.start();
        }
        for (int i = 0; i < plan.sharedThreads(); i++) {
            String name = plan.name() + "-shared" + i;
            produce(Producer.shared(wiring, name, chance(name)));
        }
        own(plan.repeatableRead(), TransactionDefinition.ISOLATION_REPEATABLE_READ);
        own(plan.serializable(), TransactionDefinition.ISOLATION_SERIALIZABLE);
        say("GOING");
    }

    private void own(String type, int isolation) {
        if (!type.isEmpty()) {
            String name = plan.name() + "-" + type;
            produce(Producer.own(wiring, name, chance(name), isolation, type));
        }
    }

    private Random chance(String name) {
        return Dice.of(plan.seed(), name);
    }

    private void produce(Producer producer) {
        Thread thread = new Thread(() -> {
            for (int i = 0; i < MOST_TRANSACTIONS && !stopped; i++) {
                if (i % LOOK_EVERY == 0) {
                    letRelaysCatchUp();
                }
                try {
                    producer.turn();
                    committed.incrementAndGet();
                } catch (RuntimeException e) {
                    Failure failure = Failure.of(e);
                    say("FAILED " + producer.isolation() + " " + failure.kind() + " "
                            + failure.text().replace('\n', ' '));
                }
            }
        });
        thread.setDaemon(true);
        producing.add(thread);
        thread.start();
    }

    private void letRelaysCatchUp() {
        Books books = new Books(wiring.dataSource());
        while (!stopped && !books.waitsLessThan(MOST_WAITING)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Ends the producers; the relay goes on. */
    private void stop() {
        stopped = true;
        try {
            for (Thread thread : producing) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        say("DONE " + committed.get());
    }
}
