package io.synctracker.target;

import static io.synctracker.target.HttpTargets.crm;
import static io.synctracker.target.HttpTargets.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.target.DeliveryResult.Accepted;
import io.synctracker.target.DeliveryResult.Conflicted;
import io.synctracker.target.DeliveryResult.Deferred;
import io.synctracker.target.DeliveryResult.Rejected;
import io.synctracker.testing.StubSystem;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTargetStatusTest {

    private final StubSystem system = new StubSystem();
    private final HttpTargetOptions options = HttpTargetOptions.to(system.url());

    @AfterEach
    void stop() {
        system.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 206, 226})
    void success_is_accepted(int status) throws Exception {
        assertThat(create(status)).isEqualTo(DeliveryResult.accepted("A-1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 501, 502, 503, 504, 599, 600, 999})
    void what_may_pass_is_deferred(int status) throws Exception {
        assertThat(create(status)).isInstanceOf(Deferred.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_refused_credential_is_deferred_and_says_so(int status) throws Exception {
        DeliveryResult result = create(status);

        assertThat(result).isInstanceOf(Deferred.class);
        assertThat(reason(result)).contains("HTTP " + status, "http.authentication");
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void a_conflict_is_told(int status) throws Exception {
        assertThat(create(status)).isInstanceOf(Conflicted.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 404, 405, 406, 410, 413, 415, 418, 422, 428, 451, 499})
    void what_the_system_will_never_take_is_rejected(int status) throws Exception {
        assertThat(create(status)).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 304, 307, 308})
    void a_redirect_is_rejected_and_not_followed(int status) throws Exception {
        try (StubSystem elsewhere = new StubSystem()) {
            system.answer(status, "", "Location", elsewhere.url() + "/stolen");

            DeliveryResult result = crm(options.withAuthentication(HttpAuthentication.bearer(Secret.of("t0ken"))))
                    .deliver(HttpDelivery.create());

            assertThat(result).isInstanceOf(Rejected.class);
            assertThat(reason(result)).contains("HTTP " + status, "not followed");
            assertThat(elsewhere.seen()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void a_delete_of_what_is_gone_is_accepted(int status) throws Exception {
        system.answer(status, "no such product");

        assertThat(crm(options).deliver(HttpDelivery.delete("A-1"))).isEqualTo(DeliveryResult.accepted());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void an_update_of_what_is_gone_can_be_rejected(int status) throws Exception {
        system.answer(status, "");
        HttpStatuses statuses = HttpStatuses.DEFAULT.withMissing(HttpStatuses.Missing.REJECT);

        assertThat(crm(with(statuses)).deliver(HttpDelivery.update("A-1"))).isInstanceOf(Rejected.class);
        assertThat(system.seen()).hasSize(1);
    }

    @Test
    void the_statuses_of_one_system_can_mean_something_else() throws Exception {
        HttpTarget target = crm(with(HttpStatuses.DEFAULT
                .withAccepted(409)
                .withDeferred(404, 423)
                .withRejected(503)
                .withConflicted(422)));

        system.answer(409, "");
        assertThat(target.deliver(HttpDelivery.update("A-1"))).isInstanceOf(Accepted.class);
        system.answer(404, "");
        assertThat(target.deliver(HttpDelivery.update("A-1"))).isInstanceOf(Deferred.class);
        assertThat(target.deliver(HttpDelivery.delete("A-1"))).isInstanceOf(Deferred.class);
        system.answer(503, "");
        assertThat(target.deliver(HttpDelivery.update("A-1"))).isInstanceOf(Rejected.class);
        system.answer(422, "");
        assertThat(target.deliver(HttpDelivery.update("A-1"))).isInstanceOf(Conflicted.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 503})
    void a_deferral_waits_as_long_as_the_system_asks(int status) throws Exception {
        assertThat(create(status, "Retry-After", "90"))
                .extracting(result -> ((Deferred) result).retryAfter())
                .isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void a_date_to_wait_for_is_compared_with_the_clock() throws Exception {
        assertThat(create(429, "Retry-After", "Fri, 15 Nov 2024 21:13:01 GMT"))
                .extracting(result -> ((Deferred) result).retryAfter())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_senseless_wait_is_ignored() throws Exception {
        assertThat(create(429, "Retry-After", "-1"))
                .extracting(result -> ((Deferred) result).retryAfter())
                .isNull();
    }

    @Test
    void a_reason_names_status_and_request_and_quotes_the_answer() throws Exception {
        system.answer(422, "{\"error\":\"name\r\n is\u0007 missing\"}");

        assertThat(reason(crm(options).deliver(HttpDelivery.update("A-1"))))
                .isEqualTo("HTTP 422 on update. The answer was: {\"error\":\"name is missing\"}");
    }

    @Test
    void a_reason_quotes_two_hundred_characters_at_most() throws Exception {
        system.answer(400, "<p>" + "x".repeat(5000));

        assertThat(reason(crm(options).deliver(HttpDelivery.create())))
                .hasSizeLessThan(250)
                .endsWith("x…");
    }

    @Test
    void a_reason_quotes_nothing_where_answers_are_personal() throws Exception {
        system.answer(400, "Ms Miller is unknown");
        HttpResponseMapping silent = HttpResponseMapping.DEFAULT.withExcerpt(0);

        assertThat(reason(crm(options.withResponse(silent)).deliver(HttpDelivery.create())))
                .isEqualTo("HTTP 400 on create.");
    }

    private DeliveryResult create(int status, String... headers) throws Exception {
        boolean bodiless = status == 304 || status == 204;
        system.answer(status, bodiless ? "" : "{\"id\":\"A-1\"}", headers);
        return crm(options).deliver(HttpDelivery.create());
    }

    private HttpTargetOptions with(HttpStatuses statuses) {
        return options.withResponse(HttpResponseMapping.DEFAULT.withStatuses(statuses));
    }
}
