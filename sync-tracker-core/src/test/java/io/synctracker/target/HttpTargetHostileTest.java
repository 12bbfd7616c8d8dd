package io.synctracker.target;

import static io.synctracker.target.HttpTargets.crm;
import static io.synctracker.target.HttpTargets.hasty;
import static io.synctracker.target.HttpTargets.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.target.DeliveryResult.Deferred;
import io.synctracker.target.DeliveryResult.Rejected;
import io.synctracker.testing.RawSystem;
import io.synctracker.testing.StubSystem;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real sockets, and servers that mean no good. */
@Timeout(30)
class HttpTargetHostileTest {

    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    @Test
    void a_system_that_never_answers_is_given_up_and_hung_up_on() throws Exception {
        try (RawSystem system = new RawSystem(RawSystem.Line::stall)) {
            DeliveryResult result = hasty(system).deliver(HttpDelivery.create());

            assertThat(result).isInstanceOf(Deferred.class);
            assertThat(reason(result)).isEqualTo(system.url() + " gave no whole answer within 300 ms.");
            assertThat(system.isHungUp()).isTrue();
        }
    }

    @Test
    void a_body_that_drips_ends_with_the_time() throws Exception {
        try (RawSystem system = new RawSystem(line -> line.send(CHUNKED).drip("1\r\n \r\n"))) {
            assertThat(hasty(system).deliver(HttpDelivery.create())).isInstanceOf(Deferred.class);
            assertThat(system.isHungUp()).isTrue();
        }
    }

    @Test
    void headers_that_drip_end_with_the_time() throws Exception {
        try (RawSystem system =
                new RawSystem(line -> line.send("HTTP/1.1 200 OK\r\n").drip("X-More: 1\r\n"))) {
            assertThat(hasty(system).deliver(HttpDelivery.create())).isInstanceOf(Deferred.class);
            assertThat(system.isHungUp()).isTrue();
        }
    }

    @Test
    void a_body_without_end_is_read_up_to_the_limit_and_hung_up_on() throws Exception {
        String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
        try (RawSystem system = new RawSystem(line -> line.send(CHUNKED).forever(chunk))) {
            DeliveryResult result = patient(system).deliver(HttpDelivery.update("A-1"));

            assertThat(result).isEqualTo(DeliveryResult.accepted());
            assertThat(system.isHungUp()).isTrue();
        }
    }

    @Test
    void a_body_that_announces_ten_gigabytes_is_read_up_to_the_limit() throws Exception {
        String head = "HTTP/1.1 422 No\r\nContent-Length: 10737418240\r\n\r\n";
        try (RawSystem system = new RawSystem(line -> line.send(head).forever("y".repeat(8192)))) {
            DeliveryResult result = patient(system).deliver(HttpDelivery.create());

            assertThat(result).isInstanceOf(Rejected.class);
            assertThat(reason(result)).startsWith("HTTP 422").hasSizeLessThan(260);
            assertThat(system.isHungUp()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 banana\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\n",
            })
    void an_answer_that_is_no_http_is_deferred(String answer) throws Exception {
        try (RawSystem system = new RawSystem(line -> line.send(answer))) {
            DeliveryResult result = patient(system).deliver(HttpDelivery.create());

            assertThat(result).isInstanceOf(Deferred.class);
            assertThat(reason(result)).contains(system.url()).doesNotContain("Tea");
        }
    }

    @Test
    void a_401_without_the_header_that_belongs_to_it_is_still_a_401() throws Exception {
        try (RawSystem system = new RawSystem(line -> line.send("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(reason(patient(system).deliver(HttpDelivery.create()))).startsWith("HTTP 401 on create.");
        }
    }

    @Test
    void a_body_that_ends_with_the_connection_is_whole() throws Exception {
        try (RawSystem system = new RawSystem(line -> line.send("HTTP/1.0 200 OK\r\n\r\n{\"id\":\"7\"}"))) {
            assertThat(patient(system).deliver(HttpDelivery.create())).isEqualTo(DeliveryResult.accepted("7"));
        }
    }

    @Test
    void an_interrupted_thread_stops_waiting_and_stays_interrupted() throws Exception {
        try (RawSystem system = new RawSystem(RawSystem.Line::stall)) {
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread relay = new Thread(() -> {
                assertThatThrownBy(() -> patient(system).deliver(HttpDelivery.create()))
                        .isInstanceOf(InterruptedException.class);
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            relay.start();
            system.awaitCall();
            relay.interrupt();

            assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(system.isHungUp()).isTrue();
        }
    }

    @Test
    void a_thread_that_is_interrupted_already_sends_nothing() throws Exception {
        try (StubSystem system = new StubSystem()) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> crm(system).deliver(HttpDelivery.create()))
                    .isInstanceOf(InterruptedException.class);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(system.seen()).isEmpty();
        }
    }

    @Test
    void a_refused_connection_is_deferred() throws Exception {
        int port = freePort();

        DeliveryResult result =
                crm(HttpTargetOptions.to("http://127.0.0.1:" + port)).deliver(HttpDelivery.create());

        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(reason(result))
                .isEqualTo("No connection to http://127.0.0.1:" + port + ": it was refused, or there is no route.");
    }

    @Test
    void an_unknown_host_is_deferred() throws Exception {
        DeliveryResult result =
                crm(HttpTargetOptions.to("http://nobody.invalid")).deliver(HttpDelivery.create());

        assertThat(reason(result)).isEqualTo("No address is known for http://nobody.invalid.");
    }

    @Test
    void a_server_without_tls_is_no_trusted_connection() throws Exception {
        try (RawSystem system = RawSystem.speakingFirst(
                line -> line.send("220 smtp.crm.test\r\n").stall())) {
            String url = system.url().replace("http:", "https:");

            DeliveryResult result = crm(HttpTargetOptions.to(url)).deliver(HttpDelivery.create());

            assertThat(result).isInstanceOf(Deferred.class);
            assertThat(reason(result)).startsWith("No trusted connection to " + url + ": ");
        }
    }

    private static HttpTarget patient(RawSystem system) {
        return crm(HttpTargetOptions.to(system.url()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
