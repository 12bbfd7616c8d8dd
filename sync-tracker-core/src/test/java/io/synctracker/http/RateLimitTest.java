package io.synctracker.http;

import static io.synctracker.http.Pulls.first;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testing.StubSystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 100_000_000);
    private final List<Long> waits = Collections.synchronizedList(new ArrayList<>());

    @Test
    void requests_pass_at_a_steady_pace() throws Exception {
        RateLimit limit = new RateLimit(4, pause(true));
        for (int i = 0; i < 3; i++) {
            limit.await();
        }
        assertThat(waits).containsExactly(250_000_000L, 250_000_000L);
    }

    @Test
    void a_rest_earns_no_burst() throws Exception {
        RateLimit limit = new RateLimit(4, pause(true));
        limit.await();
        time.addAndGet(10_000_000_000L);
        limit.await();
        limit.await();
        assertThat(waits).containsExactly(250_000_000L);
    }

    @Test
    void those_who_wait_together_get_turns_of_their_own() throws Exception {
        RateLimit limit = new RateLimit(1000, pause(false));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                try {
                    limit.await();
                } catch (InterruptedException ending) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(waits)
                .containsExactlyInAnyOrder(
                        1_000_000L, 2_000_000L, 3_000_000L, 4_000_000L, 5_000_000L, 6_000_000L, 7_000_000L);
    }

    @Test
    void the_connectors_of_one_connection_share_its_limit() throws Exception {
        HttpConnectorFactory factory = Pulls.factory().withPause(pause(true));
        try (StubSystem system = new StubSystem().answer(200, "[]")) {
            for (String connection : List.of("affiliates", "shop", "affiliates")) {
                factory.create(
                                connection,
                                Map.of(
                                        "url",
                                        system.url(),
                                        "limits",
                                        Map.of("requests-per-second", 0.5),
                                        "streams",
                                        Map.of("coupons", Map.of())))
                        .fetch(first());
            }
        }
        assertThat(waits).containsExactly(2_000_000_000L);
    }

    private RateLimit.Pause pause(boolean passes) {
        return new RateLimit.Pause() {
            @Override
            public long now() {
                return time.get();
            }

            @Override
            public void sleep(long nanos) {
                waits.add(nanos);
                if (passes) {
                    time.addAndGet(nanos);
                }
            }
        };
    }
}
