package io.synctracker.web;

import static io.synctracker.web.RunApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.shop.Product;
import com.example.shop.ProductRepository;
import io.synctracker.job.JobStatus;
import io.synctracker.outbox.Outbox;
import io.synctracker.outbox.OutboxFilter;
import io.synctracker.testing.ApiClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.QueryTimeoutException;

/** Streams over a real connection to a real server. */
class EventStreamTest extends ApiHost {

    private static final String[] FAST = {
        "sync-tracker.web.events.poll-interval=10ms",
        "sync-tracker.web.events.heartbeat=30ms",
        "sync-tracker.web.events.max-listeners=3"
    };

    private static EventStream stream;
    private final List<Ear> ears = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startFast() {
        application.close();
        application = host().set(FAST).start();
        api = new ApiClient(application);
        find(application);
        stream = application.getBean(EventStream.class);
    }

    @AfterEach
    void hangUp() {
        ears.forEach(Ear::close);
        await().until(() -> stream.listeners() == 0);
    }

    @Test
    void a_stream_is_not_to_be_kept_by_anybody() throws Exception {
        HttpResponse<InputStream> response = listen(null).response;
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        assertThat(response.headers().firstValue("X-Accel-Buffering")).contains("no");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void whoever_listens_is_told_what_runs_and_what_changes() throws Exception {
        long running = jobs.add("awin").id();
        jobs.change(running, JobStatus.RUNNING, 1, 4L, null);
        Ear ear = listen(null);
        await().untilAsserted(() -> assertThat(ear.data()).anyMatch(data -> data.contains("\"percent\":25")));
        jobs.change(running, JobStatus.RUNNING, 2, 4L, null);
        await().untilAsserted(() -> assertThat(ear.data()).anyMatch(data -> data.contains("\"percent\":50")));
        jobs.change(running, JobStatus.SUCCESS, 4, 4L, null);
        await().untilAsserted(() -> assertThat(ear.data()).anyMatch(data -> data.contains("\"success\"")));
        long queued = jobs.add("tradedoubler").id();
        await().untilAsserted(() -> assertThat(ear.data()).anyMatch(data -> data.contains("\"id\":" + queued + ",")));
        assertThat(ear.lines).contains("event:run", "id:" + NOW.toEpochMilli());
    }

    @Test
    void whoever_listens_is_told_of_entries_that_come_and_change() throws Exception {
        Ear ear = listen(null);
        await().until(() -> ear.lines.contains(":alive"));
        application.getBean(ProductRepository.class).save(new Product("Tea"));
        await().untilAsserted(() -> assertThat(ear.lines).contains("event:entry"));
        await().untilAsserted(() -> assertThat(ear.data()).anyMatch(data -> data.contains("\"pending\"")));
        Outbox outbox = application.getBean(Outbox.class);
        outbox.find(OutboxFilter.ALL).forEach(entry -> outbox.abandon(entry.id(), "a test"));
        await().untilAsserted(() -> assertThat(ear.data()).anyMatch(data -> data.contains("\"abandoned\"")));
    }

    @Test
    void what_has_ended_behind_a_hundred_others_is_told_too() throws Exception {
        long running = jobs.add("awin").id();
        jobs.change(running, JobStatus.RUNNING, 1, 4L, null);
        Ear ear = listen(null);
        await().until(() -> !ear.data().isEmpty());
        for (int i = 0; i < 150; i++) {
            jobs.add("tradedoubler");
        }
        jobs.change(running, JobStatus.FAILED, 1, 4L, "gone");
        await().untilAsserted(() -> assertThat(ear.data()).anyMatch(data -> data.contains("\"failed\"")));
    }

    @Test
    void whoever_comes_back_is_told_what_they_missed() throws Exception {
        long missed = jobs.add("awin").id();
        jobs.change(missed, JobStatus.SUCCESS, 1, 1L, null);
        Ear ear = listen(Long.toString(MemoryJobs.START.plusSeconds(20).toEpochMilli()));
        await().untilAsserted(() -> assertThat(ear.data()).anyMatch(data -> data.contains("\"success\"")));
    }

    @Test
    void whoever_comes_for_the_first_time_is_not_told_what_is_over() throws Exception {
        jobs.change(jobs.add("awin").id(), JobStatus.SUCCESS, 1, 1L, null);
        Ear ear = listen("no id of ours");
        await().until(() -> ear.lines.contains(":alive"));
        assertThat(ear.data()).isEmpty();
    }

    @Test
    void a_stream_shows_that_it_is_alive() throws Exception {
        Ear ear = listen(null);
        await().until(() -> ear.lines.stream().filter(":alive"::equals).count() > 2);
    }

    @Test
    void a_database_that_does_not_answer_ends_no_stream() throws Exception {
        Ear ear = listen(null);
        jobs.failure = new QueryTimeoutException("not now");
        int looks = jobs.lists.get();
        await().until(() -> jobs.lists.get() > looks + 1);
        jobs.failure = null;
        jobs.add("awin");
        await().untilAsserted(() -> assertThat(ear.data()).anyMatch(data -> data.contains("awin")));
    }

    @Test
    void nobody_looks_while_nobody_listens() throws Exception {
        assertThat(stream.isLooking()).isFalse();
        Ear ear = listen(null);
        assertThat(stream.isLooking()).isTrue();
        ear.close();
        await().until(() -> !stream.isLooking());
    }

    @Test
    void to_ask_what_a_stream_looks_like_opens_none() {
        assertThat(api.send("HEAD", "/events", null, "application/json").status())
                .isEqualTo(405);
        assertThat(stream.listeners()).isZero();
    }

    @Test
    void only_so_many_may_listen() throws Exception {
        for (int i = 0; i < 3; i++) {
            listen(null);
        }
        ApiClient.Answer answer = api.get("/events");
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("10");
    }

    @Test
    void an_open_stream_does_not_hold_up_the_shutdown() throws Exception {
        ConfigurableApplicationContext host = host().set(FAST)
                .set("server.shutdown=graceful", "spring.lifecycle.timeout-per-shutdown-phase=60s")
                .start();
        Ear ear = new Ear(new ApiClient(host), null);
        await().until(() -> ear.lines.contains(":alive"));
        long begin = System.nanoTime();
        host.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        await().until(() -> ear.ended);
    }

    private Ear listen(String lastEventId) throws Exception {
        Ear ear = new Ear(api, lastEventId);
        ears.add(ear);
        return ear;
    }

    /** Listens, on a thread of its own. */
    private static final class Ear {

        private final HttpResponse<InputStream> response;
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private volatile boolean ended;

        Ear(ApiClient api, String lastEventId) throws IOException, InterruptedException {
            var request = api.request("/events");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            response = api.http().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            new Thread(this::read, "ear").start();
        }

        private void read() {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            } catch (IOException e) {
                // Hung up.
            }
            ended = true;
        }

        List<String> data() {
            return lines.stream().filter(line -> line.startsWith("data:")).toList();
        }

        void close() {
            try {
                response.body().close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
