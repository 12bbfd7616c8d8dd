package io.synctracker.target;

import static io.synctracker.target.HttpTargets.crm;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testing.StubSystem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpTargetThreadsTest {

    private static final int THREADS = 16;
    private static final int DELIVERIES = 400;

    private final StubSystem system = new StubSystem();
    private final ExecutorService relay = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        relay.shutdownNow();
        system.close();
    }

    @Test
    void many_threads_share_a_target_and_each_has_its_own_answer() throws Exception {
        system.answerWithPath();
        HttpTarget target = crm(HttpTargetOptions.to(system.url() + "/{id}"));
        List<Future<DeliveryResult>> results = new ArrayList<>();
        for (int i = 0; i < DELIVERIES; i++) {
            HttpDelivery delivery =
                    HttpDelivery.create().withEntity("product", "e" + i).withPayload(Map.of("n", i));
            results.add(relay.submit(() -> target.deliver(delivery)));
        }

        for (int i = 0; i < DELIVERIES; i++) {
            assertThat(results.get(i).get(30, TimeUnit.SECONDS)).isEqualTo(DeliveryResult.accepted("/e" + i));
        }
    }

    @Test
    void the_threads_of_a_target_are_daemons_that_bear_its_name() throws Exception {
        HttpTarget.of("erp-threads", HttpTargetOptions.to(system.url()), Clock.systemUTC())
                .deliver(HttpDelivery.create());

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("sync-target-erp-threads-"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }
}
