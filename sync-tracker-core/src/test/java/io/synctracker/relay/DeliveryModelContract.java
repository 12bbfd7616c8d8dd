package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.EntityRef;
import io.synctracker.outbox.ClaimRequest;
import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxFilter;
import io.synctracker.outbox.OutboxLeases;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryResult;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.RecordingTarget;
import io.synctracker.testing.Sequences;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to entities, relays and a system, in the end the system holds what is in the database. */
abstract class DeliveryModelContract extends RelayTest {

    static final Sequences<Push> PUSHES = Sequences.of(25, Push::random);

    private static final RelaySettings ONE_AT_A_TIME =
            SETTINGS.withTarget(SETTINGS.target().withConcurrency(1));
    private static final Duration LONG = Duration.ofDays(2);
    private static final int MAX_TURNS = 40;

    private final int count;
    private Relay single;
    private Relay other;
    private OutboxLeases leases;
    private Outbox outbox;

    DeliveryModelContract(Vendor vendor, int count) {
        super(vendor);
        this.count = count;
    }

    @BeforeEach
    void prepare() {
        relay = relay(ONE_AT_A_TIME, crm);
        single = relay(ONE_AT_A_TIME.withBatchSize(1), crm);
        other = relay(ONE_AT_A_TIME, crm);
        leases = OutboxLeases.of(depot.dataSource(), depot.dialect());
        outbox = Outbox.of(depot.dataSource(), depot.dialect(), world::masked, List.of(CRM), systems -> {});
    }

    /** What a system does with what it is told. */
    interface Taking {
        void take(DeliveryModel model, Delivery delivery);
    }

    private RecordingTarget.Behaviour behaviour(DeliveryModel model, Taking taking, DeliveryResult answer) {
        return delivery -> {
            model.look(delivery);
            taking.take(model, delivery);
            return answer;
        };
    }

    final void holds(List<Push> pushes, Taking taking) {
        DeliveryModel model = new DeliveryModel(depot, world);
        pushes.forEach(push -> play(model, push, taking));
        drain(model, taking);
        assertThat(model.wrong).isEmpty();
        assertThat(model.held()).as("what the system holds").isEqualTo(model.rows());
        assertThat(depot.count("sync_status <> 'completed'"))
                .as("entries that are left")
                .isZero();
    }

    private void play(DeliveryModel model, Push push, Taking taking) {
        EntityRef entity = DeliveryModel.ENTITIES.get(push.entity());
        switch (push.kind()) {
            case SAVE -> model.save(entity);
            case REMOVE -> model.remove(entity);
            case MARK -> model.mark(entity);
            case ACCEPT -> turn(behaviour(model, taking, DeliveryResult.accepted()));
            case DEFER -> turn(behaviour(model, (any, delivery) -> {}, DeliveryResult.deferred("busy")));
            case LOSE_ANSWERS -> turn(behaviour(model, taking, DeliveryResult.deferred("no answer")));
            case REFUSE -> turn(behaviour(model, (any, delivery) -> {}, DeliveryResult.rejected("no")));
            case OUTLIVE -> outlive(model, taking);
            case DIE -> leases.claim(new ClaimRequest(CRM, 2, Duration.ofSeconds(60), 5, this::folds));
            case WAIT -> depot.passTime(LONG);
            case REQUEUE -> requeue(model);
        }
    }

    private boolean folds(String type) {
        return world.byName(type).orElseThrow().coalesce();
    }

    private void turn(RecordingTarget.Behaviour behaviour) {
        crm.does(behaviour);
        relay.runOnce();
    }

    private void requeue(DeliveryModel model) {
        model.requeued();
        outbox.requeue(OutboxFilter.ALL);
    }

    private void outlive(DeliveryModel model, Taking taking) {
        RecordingTarget.Behaviour accepts = behaviour(model, taking, DeliveryResult.accepted());
        AtomicBoolean first = new AtomicBoolean(true);
        crm.does(delivery -> {
            DeliveryResult answer = accepts.answer(delivery);
            if (first.getAndSet(false)) {
                model.save(delivery.entity());
                depot.passTime(LONG);
                other.runOnce();
            }
            return answer;
        });
        single.runOnce();
    }

    /** Lets the system take all that is left; whatever failed is tried again. */
    private void drain(DeliveryModel model, Taking taking) {
        crm.does(behaviour(model, taking, DeliveryResult.accepted()));
        for (int i = 0; i < MAX_TURNS && depot.count("sync_status <> 'completed'") > 0; i++) {
            depot.passTime(LONG);
            drain(relay);
            requeue(model);
        }
    }

    @Test
    void a_system_holds_in_the_end_what_is_in_the_database() {
        PUSHES.check(count, pushes -> holds(pushes, DeliveryModel::take));
    }
}
