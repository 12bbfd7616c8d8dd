package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.target.BatchSyncTarget;
import io.synctracker.target.Delivery;
import io.synctracker.target.DeliveryInterceptor;
import io.synctracker.target.DeliveryResult;
import io.synctracker.testdatabases.Vendor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A target that takes many changes in one call gets them, and each has a fate of its own. */
abstract class BatchContract extends RelayTest {

    private final Bulk bulk = new Bulk();

    BatchContract(Vendor vendor) {
        super(vendor);
    }

    private static final class Bulk implements BatchSyncTarget {
        final List<List<Delivery>> calls = new CopyOnWriteArrayList<>();
        Function<List<Delivery>, List<DeliveryResult>> answer = Bulk::acceptAll;

        static List<DeliveryResult> acceptAll(List<Delivery> deliveries) {
            return Collections.nCopies(deliveries.size(), DeliveryResult.accepted());
        }

        @Override
        public String name() {
            return CRM;
        }

        @Override
        public int maxBatchSize() {
            return 4;
        }

        @Override
        public List<DeliveryResult> deliverAll(List<Delivery> deliveries) {
            calls.add(deliveries);
            return answer.apply(deliveries);
        }
    }

    @BeforeEach
    void start_over() {
        bulk.calls.clear();
        bulk.answer = Bulk::acceptAll;
        relay = relay(SETTINGS, bulk);
    }

    private List<Long> created(int count) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EntityRef entity = new EntityRef("customer", "b" + i);
            world.put(entity, Map.of());
            ids.add(depot.change(CRM, entity, ChangeType.CREATE));
        }
        return ids;
    }

    @Test
    void calls_are_as_large_as_the_target_takes() {
        created(10);

        assertThat(relay.runOnce()).isEqualTo(10);

        assertThat(bulk.calls).extracting(List::size).containsExactlyInAnyOrder(4, 4, 2);
    }

    @Test
    void each_delivery_has_a_result_of_its_own() {
        List<Long> ids = created(3);
        bulk.answer = deliveries ->
                List.of(DeliveryResult.accepted(), DeliveryResult.rejected("no"), DeliveryResult.conflicted("newer"));

        relay.runOnce();

        assertThat(ids).extracting(depot::standing).containsExactly("completed accepted", "failed", "failed");
    }

    @Test
    void missing_results_are_deferrals() {
        List<Long> ids = created(3);
        bulk.answer = deliveries -> List.of(DeliveryResult.accepted());

        relay.runOnce();

        assertThat(ids).extracting(depot::standing).containsExactly("completed accepted", "pending", "pending");
    }

    @Test
    void results_for_nothing_are_ignored() {
        List<Long> ids = created(1);
        bulk.answer = deliveries -> Collections.nCopies(9, DeliveryResult.accepted());

        assertThat(relay.runOnce()).isEqualTo(1);
        assertThat(depot.standing(ids.get(0))).isEqualTo("completed accepted");
    }

    @Test
    void no_list_is_a_deferral_of_all() {
        List<Long> ids = created(2);
        bulk.answer = deliveries -> null;

        relay.runOnce();

        assertThat(ids).extracting(depot::error).containsOnly("The target gave no result for this delivery");
    }

    @Test
    void an_exception_is_a_deferral_of_all() {
        List<Long> ids = created(2);
        bulk.answer = deliveries -> {
            throw new IllegalStateException("bulk API is closed");
        };

        relay.runOnce();

        assertThat(ids).extracting(depot::error).containsOnly("IllegalStateException: bulk API is closed");
    }

    @Test
    void interceptors_stand_around_the_call_from_the_outside_in() {
        List<String> steps = new CopyOnWriteArrayList<>();
        RelayHooks hooks =
                new RelayHooks(this::publish, List.of(noting("outer", steps), noting("inner", steps)), List.of(), null);
        created(2);

        relay(SETTINGS, hooks, bulk).runOnce();

        assertThat(steps).containsExactly("outer", "inner");
    }

    private static DeliveryInterceptor noting(String name, List<String> steps) {
        return new DeliveryInterceptor() {
            @Override
            public <R> R around(Delivery delivery, String traceParent, Call<R> call) throws Exception {
                steps.add(name);
                return call.proceed();
            }
        };
    }
}
