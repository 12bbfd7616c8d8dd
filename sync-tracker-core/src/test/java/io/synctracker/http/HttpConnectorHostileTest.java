package io.synctracker.http;

import static io.synctracker.http.Pulls.connector;
import static io.synctracker.http.Pulls.fetch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.connector.Connector;
import io.synctracker.connector.ConnectorUnavailableException;
import io.synctracker.connector.InvalidPageException;
import io.synctracker.testing.RawSystem;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real sockets, and servers that mean no good. */
@Timeout(30)
class HttpConnectorHostileTest {

    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    @Test
    void a_system_that_never_answers_is_given_up_and_hung_up_on() throws Exception {
        try (RawSystem system = new RawSystem(RawSystem.Line::stall)) {
            assertThatExceptionOfType(ConnectorUnavailableException.class)
                    .isThrownBy(() -> fetch(hasty(system)))
                    .withMessage("Connection affiliates, stream coupons: " + system.url()
                            + " gave no whole answer within 300 ms.");
            assertThat(system.isHungUp()).isTrue();
        }
    }

    @Test
    void a_body_that_drips_ends_with_the_time() throws Exception {
        try (RawSystem system = new RawSystem(line -> line.send(CHUNKED).drip("1\r\n \r\n"))) {
            assertThatExceptionOfType(ConnectorUnavailableException.class).isThrownBy(() -> fetch(hasty(system)));
            assertThat(system.isHungUp()).isTrue();
        }
    }

    @Test
    void a_body_without_end_is_hung_up_on_at_the_limit() throws Exception {
        String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
        try (RawSystem system = new RawSystem(line -> line.send(CHUNKED).forever(chunk))) {
            Connector connector = connector(system.url(), Map.of(), Map.of("limits", Map.of("max-bytes", 100_000)));

            assertThatExceptionOfType(InvalidPageException.class)
                    .isThrownBy(() -> fetch(connector))
                    .withMessageContaining("the answer has more than 100000 bytes");
            assertThat(system.isHungUp()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n[{\"id\":\"s3cret\"}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[{\"id",
            })
    void an_answer_that_is_cut_off_is_tried_again(String answer) throws Exception {
        try (RawSystem system = new RawSystem(line -> line.send(answer))) {
            assertThatExceptionOfType(ConnectorUnavailableException.class)
                    .isThrownBy(() -> fetch(connector(system.url(), Map.of())))
                    .withMessageContaining(system.url())
                    .withMessageNotContaining("s3cret");
        }
    }

    @Test
    void a_body_that_is_cut_off_where_nothing_says_its_length_is_no_page() throws Exception {
        try (RawSystem system = new RawSystem(line -> line.send("HTTP/1.0 200 OK\r\n\r\n[{\"id\":\"7\"}"))) {
            assertThatExceptionOfType(InvalidPageException.class)
                    .isThrownBy(() -> fetch(connector(system.url(), Map.of())))
                    .withMessageContaining("the answer is not JSON, or cut off");
        }
    }

    @Test
    void an_interrupted_thread_stops_waiting_and_stays_interrupted() throws Exception {
        try (RawSystem system = new RawSystem(RawSystem.Line::stall)) {
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread job = new Thread(() -> {
                assertThatThrownBy(() -> fetch(connector(system.url(), Map.of())))
                        .isInstanceOf(InterruptedException.class);
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            job.start();
            system.awaitCall();
            job.interrupt();

            assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(system.isHungUp()).isTrue();
        }
    }

    private static Connector hasty(RawSystem system) {
        return connector(system.url(), Map.of(), Map.of("limits", Map.of("request-timeout", "300ms")));
    }
}
