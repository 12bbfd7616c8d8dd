package io.synctracker.http;

import static io.synctracker.http.Pulls.connector;
import static io.synctracker.http.Pulls.fetch;
import static io.synctracker.http.Pulls.ids;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.synctracker.connector.Connector;
import io.synctracker.connector.ConnectorUnavailableException;
import io.synctracker.connector.FetchRequest;
import io.synctracker.connector.InvalidConnectionException;
import io.synctracker.connector.InvalidPageException;
import io.synctracker.testing.StubSystem;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConnectorAnswerTest {

    private final StubSystem system = new StubSystem();

    @AfterEach
    void stop() {
        system.close();
    }

    @ParameterizedTest
    @CsvSource({"429, 120, 120", "503, 1, 1", "503, 'Sun, 01 Mar 2026 12:00:30 GMT', 30", "429, 999999, 86400"})
    void a_system_that_asks_to_wait_is_waited_for(int status, String header, long seconds) {
        system.answer(status, "s3cret", "Retry-After", header);

        assertThatExceptionOfType(ConnectorUnavailableException.class)
                .isThrownBy(() -> fetch(connector()))
                .withMessageStartingWith("Connection affiliates, stream coupons: HTTP " + status + ". ")
                .withMessageNotContaining("s3cret")
                .satisfies(failure -> assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
    void a_system_with_a_problem_of_its_own_is_tried_again(int status) {
        system.answer(status, "s3cret");

        assertThatExceptionOfType(ConnectorUnavailableException.class)
                .isThrownBy(() -> fetch(connector()))
                .withMessageNotContaining("s3cret")
                .satisfies(failure -> assertThat(failure.retryAfter()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 407, 301, 302, 308})
    void a_wrong_credential_or_address_fails_for_good(int status) {
        system.answer(status, "s3cret", "Location", "/elsewhere");

        assertThatExceptionOfType(InvalidConnectionException.class)
                .isThrownBy(() -> fetch(connector()))
                .withMessageStartingWith("Connection affiliates, stream coupons: HTTP " + status + ". ")
                .withMessageNotContainingAny("s3cret", "elsewhere");
        assertThat(system.seen()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 422})
    void a_refused_request_is_no_page(int status) {
        system.answer(status, "s3cret");

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> fetch(connector()))
                .withMessageStartingWith("Connection affiliates, stream coupons: HTTP " + status + ". ")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void an_answer_without_content_has_no_records() throws Exception {
        system.answer(204, "");

        assertThat(fetch(connector()).last()).isTrue();
    }

    @Test
    void an_answer_is_read_in_the_charset_that_it_names() throws Exception {
        system.answer(200, "[{\"id\":\"ü\"}]".getBytes(ISO_8859_1), "Content-Type", "application/json; charset=latin1");

        assertThat(ids(fetch(connector()))).containsExactly("ü");
    }

    @Test
    void bytes_that_are_no_text_are_no_page() {
        system.answer(200, "[{\"id\":\"ü\"}]".getBytes(ISO_8859_1));

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> fetch(connector()))
                .withMessageContaining("the answer is no text in the charset that it should have");
    }

    @Test
    void a_charset_that_nobody_knows_is_no_page() {
        system.answer(200, "[]", "Content-Type", "application/json; charset=klingon");

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> fetch(connector()))
                .withMessageContaining("the answer names a charset that is not known here");
    }

    @Test
    void an_answer_may_be_as_long_as_the_limit_and_no_longer() throws Exception {
        Connector connector = Pulls.connector(system.url(), Map.of(), Map.of("limits", Map.of("max-bytes", 10)));
        system.answer(200, "[         ]").thenAnswer(200, "[        ]");

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> fetch(connector))
                .withMessageContaining("the answer has more than 10 bytes");
        assertThat(fetch(connector).records()).isEmpty();
    }

    @Test
    void a_stream_that_is_not_there_is_named_with_those_that_are() {
        assertThatExceptionOfType(InvalidConnectionException.class)
                .isThrownBy(() -> connector().fetch(new FetchRequest("orders", null, null)))
                .withMessage("Connection affiliates has no stream 'orders'. It has: coupons.");
    }

    private Connector connector() {
        return Pulls.connector(system.url(), Map.of());
    }
}
