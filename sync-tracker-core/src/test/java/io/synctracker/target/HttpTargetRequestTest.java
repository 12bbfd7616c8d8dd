package io.synctracker.target;

import static io.synctracker.target.HttpTargets.crm;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.testing.StubSystem;
import io.synctracker.testing.StubSystem.Seen;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpTargetRequestTest {

    private final StubSystem system = new StubSystem();
    private final HttpTargetOptions options = HttpTargetOptions.to(system.url() + "/products");

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void a_create_is_posted_to_the_url() throws Exception {
        crm(options).deliver(HttpDelivery.create());

        Seen seen = system.only();
        assertThat(seen.method() + " " + seen.path()).isEqualTo("POST /products");
        assertThat(seen.body()).isEqualTo("{\"name\":\"Tea\"}");
        assertThat(seen.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void an_update_is_put_to_the_external_id() throws Exception {
        crm(options).deliver(HttpDelivery.update("A/1"));

        assertThat(system.only().method() + " " + system.only().path()).isEqualTo("PUT /products/A%2F1");
    }

    @Test
    void a_delete_goes_to_the_external_id_without_a_body() throws Exception {
        crm(options).deliver(HttpDelivery.delete("A-1"));

        Seen seen = system.only();
        assertThat(seen.method() + " " + seen.path()).isEqualTo("DELETE /products/A-1");
        assertThat(seen.body()).isEmpty();
        assertThat(seen.headers()).doesNotContainKeys("Content-type", "Transfer-encoding");
    }

    @Test
    void an_update_of_what_has_no_external_id_is_posted() throws Exception {
        crm(options).deliver(HttpDelivery.update(null));

        assertThat(system.only().method() + " " + system.only().path()).isEqualTo("POST /products");
    }

    @Test
    void a_create_of_what_has_an_external_id_is_put() throws Exception {
        crm(options).deliver(HttpDelivery.create().withExternalId("A-1"));

        assertThat(system.only().method() + " " + system.only().path()).isEqualTo("PUT /products/A-1");
    }

    @Test
    void a_delete_of_what_has_no_external_id_is_accepted_without_a_call() throws Exception {
        assertThat(crm(options).deliver(HttpDelivery.delete(null))).isEqualTo(DeliveryResult.accepted());
        assertThat(system.seen()).isEmpty();
    }

    @Test
    void paths_with_our_own_id_need_no_external_id() throws Exception {
        HttpTarget target = crm(options.withActions(HttpActions.DEFAULT
                .withCreate("put", "/{id}")
                .withUpdate("PATCH", "/{id}")
                .withDelete("POST", "/{id}/remove?type={type}")));
        system.answer(204, "");

        assertThat(target.deliver(HttpDelivery.create())).isEqualTo(DeliveryResult.accepted());
        target.deliver(HttpDelivery.update(null));
        target.deliver(HttpDelivery.delete(null));

        assertThat(system.seen())
                .extracting(seen -> seen.method() + " " + seen.path())
                .containsExactly("PUT /products/42", "PATCH /products/42", "POST /products/42/remove?type=product");
    }

    @Test
    void an_action_may_have_a_url_of_its_own() throws Exception {
        HttpActions actions = HttpActions.DEFAULT.withDelete("POST", system.url() + "/gone/{externalId}");

        crm(options.withActions(actions)).deliver(HttpDelivery.delete("A-1"));

        assertThat(system.only().path()).isEqualTo("/gone/A-1");
    }

    @Test
    void an_id_that_is_not_safe_in_a_url_is_rejected_without_a_call() throws Exception {
        DeliveryResult result = crm(options).deliver(HttpDelivery.update("A\r\nX-Evil: 1"));

        assertThat(HttpTargets.reason(result))
                .contains("externalId", "line break")
                .doesNotContain("Evil");
        assertThat(system.seen()).isEmpty();
    }

    @Test
    void configured_headers_are_sent_and_replace_the_usual_ones() throws Exception {
        crm(options.withHeader("X-Tenant", Secret.of("acme"))
                        .withHeader("content-type", Secret.of("application/vnd.api+json")))
                .deliver(HttpDelivery.create());

        assertThat(system.only().header("X-Tenant")).isEqualTo("acme");
        assertThat(system.only().headers().get("Content-Type")).containsExactly("application/vnd.api+json");
    }

    @Test
    void a_bearer_token_is_sent() throws Exception {
        crm(options.withAuthentication(HttpAuthentication.bearer(Secret.of("t0ken"))))
                .deliver(HttpDelivery.create());

        assertThat(system.only().header("Authorization")).isEqualTo("Bearer t0ken");
    }

    @Test
    void a_user_and_a_password_are_sent_as_basic_in_utf_8() throws Exception {
        crm(options.withAuthentication(HttpAuthentication.basic("müller", Secret.of("paß:wort"))))
                .deliver(HttpDelivery.create());

        String[] header = system.only().header("Authorization").split(" ");
        assertThat(header[0]).isEqualTo("Basic");
        assertThat(new String(Base64.getDecoder().decode(header[1]), "UTF-8")).isEqualTo("müller:paß:wort");
    }

    @Test
    void an_api_key_is_sent_in_its_header() throws Exception {
        crm(options.withAuthentication(HttpAuthentication.apiKey("X-Shop-Key", Secret.of("k3y"))))
                .deliver(HttpDelivery.create());

        assertThat(system.only().header("X-Shop-Key")).isEqualTo("k3y");
    }

    @Test
    void a_secret_from_a_source_is_asked_for_at_every_call() throws Exception {
        AtomicInteger renewals = new AtomicInteger();
        Secret token = Secret.from(() -> "token-" + renewals.incrementAndGet());
        HttpTarget target = crm(options.withAuthentication(HttpAuthentication.bearer(token)));

        target.deliver(HttpDelivery.create());
        target.deliver(HttpDelivery.create());

        assertThat(system.seen())
                .extracting(seen -> seen.header("Authorization"))
                .containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void the_delivery_id_is_the_idempotency_key() throws Exception {
        crm(options).deliver(HttpDelivery.create().withId("crm:7/ä"));

        assertThat(system.only().header("Idempotency-Key")).isEqualTo("crm:7/%C3%A4");
        assertThat(system.only().headers()).doesNotContainKey("X-sequence");
    }

    @Test
    void the_headers_of_key_and_sequence_can_be_chosen() throws Exception {
        crm(options.withMessage(HttpMessage.DEFAULT.withIdempotencyHeader("").withSequenceHeader("X-Sequence")))
                .deliver(HttpDelivery.create());

        assertThat(system.only().headers()).doesNotContainKey("Idempotency-key");
        assertThat(system.only().header("X-Sequence")).isEqualTo("12");
    }

    @Test
    void an_update_of_what_is_gone_is_created_again_under_a_key_of_its_own() throws Exception {
        system.answer(404, "").thenAnswer(201, "{\"id\":\"A-2\"}");

        DeliveryResult result = crm(options).deliver(HttpDelivery.update("A-1"));

        assertThat(result).isEqualTo(DeliveryResult.accepted("A-2"));
        assertThat(system.seen())
                .extracting(seen -> seen.method() + " " + seen.path() + " " + seen.header("Idempotency-Key"))
                .containsExactly("PUT /products/A-1 crm-7", "POST /products crm-7-create");
    }

    @Test
    void nothing_is_created_for_an_action_that_is_no_update() throws Exception {
        system.answer(404, "");

        assertThat(crm(options).deliver(HttpDelivery.create())).isInstanceOf(DeliveryResult.Rejected.class);
        assertThat(crm(options)
                        .deliver(HttpDelivery.create().with(ChangeType.DELETE).withExternalId("A-1")))
                .isInstanceOf(DeliveryResult.Accepted.class);
        assertThat(system.seen()).hasSize(2);
    }
}
