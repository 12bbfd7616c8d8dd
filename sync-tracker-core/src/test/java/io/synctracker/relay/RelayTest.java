package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.target.SyncTarget;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DepotTest;
import io.synctracker.testing.RecordingTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A suite with a relay that is turned by hand, a target that records, and all that the relay tells. */
abstract class RelayTest extends DepotTest {

    static final RelaySettings SETTINGS = RelaySettings.DEFAULT
            .withTarget(TargetSettings.DEFAULT.withRetry(RetryPolicy.DEFAULT.withJitter(0)))
            .withLease(Duration.ofSeconds(60), Duration.ofSeconds(20));

    final List<Object> events = new CopyOnWriteArrayList<>();
    final List<EntityRef> enqueued = new CopyOnWriteArrayList<>();
    final Meters meters = new Meters();

    RecordingTarget crm;
    Relay relay;
    private final List<Relay> relays = new ArrayList<>();

    RelayTest(Vendor vendor) {
        super(vendor);
    }

    /** What listeners were told. */
    static final class Meters implements RelayListener {
        final List<DeliveryOutcome> settled = new CopyOnWriteArrayList<>();
        final List<Integer> folded = new CopyOnWriteArrayList<>();
        final List<Integer> lost = new CopyOnWriteArrayList<>();
        final List<Duration> calls = new CopyOnWriteArrayList<>();

        void clear() {
            settled.clear();
            folded.clear();
            lost.clear();
            calls.clear();
        }

        @Override
        public void settled(String system, DeliveryOutcome outcome) {
            settled.add(outcome);
        }

        @Override
        public void folded(String system, int entries) {
            folded.add(entries);
        }

        @Override
        public void leaseLost(String system, int entries) {
            lost.add(entries);
        }

        @Override
        public void called(String system, Duration time) {
            calls.add(time);
        }
    }

    @BeforeEach
    void build() {
        events.clear();
        enqueued.clear();
        meters.clear();
        crm = new RecordingTarget(CRM);
        relay = relay(SETTINGS, crm);
    }

    @AfterEach
    void close_relays() {
        relays.forEach(Relay::close);
        relays.clear();
    }

    final Relay relay(RelaySettings settings, SyncTarget... targets) {
        return relay(settings, hooks(), targets);
    }

    final RelayHooks hooks() {
        return new RelayHooks(this::publish, List.of(), List.of(meters), null);
    }

    final Relay relay(RelaySettings settings, RelayHooks hooks, SyncTarget... targets) {
        return relay(depot.dataSource(), settings, hooks, targets);
    }

    /** A relay to the usual target, on a data source of its own. */
    final Relay relay(DataSource dataSource, RelaySettings settings) {
        return relay(dataSource, settings, hooks(), crm);
    }

    final Relay relay(DataSource dataSource, RelaySettings settings, RelayHooks hooks, SyncTarget... targets) {
        Relay built = Relay.of(
                new RelayStore(dataSource, depot.dialect(), depot.links()),
                new RelayEntities(world, world, world, (parent, system) -> enqueue(parent, system)),
                Targets.of(List.of(targets)),
                settings,
                hooks);
        relays.add(built);
        return built;
    }

    void publish(Object event) {
        events.add(event);
    }

    void enqueue(EntityRef parent, String system) {
        enqueued.add(parent);
    }

    /** Turns the relay until nothing is due. */
    final int drain(Relay turned) {
        int settled = 0;
        for (int turn = turned.runOnce(); turn > 0; turn = turned.runOnce()) {
            settled += turn;
        }
        return settled;
    }
}
