package io.synctracker.target;

import static io.synctracker.target.HttpTargets.crm;
import static io.synctracker.target.HttpTargets.reason;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.target.HttpMessage.Body;
import io.synctracker.testing.StubSystem;
import io.synctracker.testing.StubSystem.Seen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HttpTargetMessageTest {

    private final StubSystem system = new StubSystem();
    private final HttpTargetOptions options = HttpTargetOptions.to(system.url() + "/in");

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void a_plain_body_is_the_payload() throws Exception {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("name", "Grüner Tee \"日本\" 🍵");
        payload.put("price", 12.5);
        payload.put("tags", List.of("a", "b"));
        payload.put("note", null);

        crm(options).deliver(HttpDelivery.create().withPayload(payload));

        assertThat(json(system.only().body())).isEqualTo(payload);
    }

    @Test
    void an_envelope_says_what_happened() throws Exception {
        crm(with(Body.ENVELOPE)).deliver(HttpDelivery.update("A-1"));

        assertThat(system.only().body()).isEqualTo("""
                {"id":"crm-7","type":"product","entityId":"42","action":"UPDATE","externalId":"A-1","sequence":12,\
                "changedAt":"2026-03-01T10:15:30Z","payload":{"name":"Tea"}}""");
    }

    @Test
    void an_envelope_without_an_external_id_says_null() throws Exception {
        crm(with(Body.ENVELOPE)).deliver(HttpDelivery.create());

        assertThat(system.only().body()).contains("\"externalId\":null");
    }

    @Test
    void a_cloud_event_is_structured() throws Exception {
        crm(options.withMessage(HttpMessage.DEFAULT.withBody(Body.CLOUD_EVENTS).withSource("https://shop.test")))
                .deliver(HttpDelivery.update("A-1"));

        assertThat(system.only().header("Content-Type")).isEqualTo("application/cloudevents+json");
        assertThat(system.only().body()).isEqualTo("""
                {"specversion":"1.0","id":"crm-7","source":"https://shop.test","type":"io.synctracker.product.update",\
                "subject":"42","time":"2026-03-01T10:15:30Z","sequence":"0000000000000000012","externalid":"A-1",\
                "datacontenttype":"application/json","data":{"name":"Tea"}}""");
    }

    @Test
    void messages_that_say_what_happened_are_all_posted_to_the_url() throws Exception {
        HttpTarget target = crm(with(Body.CLOUD_EVENTS));
        system.answer(202, "");

        for (HttpDelivery delivery :
                List.of(HttpDelivery.create(), HttpDelivery.update(null), HttpDelivery.delete(null))) {
            assertThat(target.deliver(delivery)).isEqualTo(DeliveryResult.accepted());
        }

        assertThat(system.seen()).extracting(Seen::method).containsExactly("POST", "POST", "POST");
        assertThat(system.seen()).extracting(Seen::path).containsOnly("/in");
        assertThat(system.seen().get(2).body()).contains("io.synctracker.product.delete", "Tea");
    }

    @Test
    void a_message_is_signed_with_each_secret() throws Exception {
        Secret fresh = Secret.of("whsec_plJ3nmyCDGBKInavdOK15jsl");
        crm(options.withMessage(HttpMessage.DEFAULT.withSigningSecrets(fresh, Secret.of("old secret"))))
                .deliver(HttpDelivery.create());

        Seen seen = system.only();
        assertThat(seen.header("webhook-id")).isEqualTo("crm-7");
        assertThat(seen.header("webhook-timestamp")).isEqualTo("1731705121");
        assertThat(seen.header("webhook-signature"))
                .isEqualTo(WebhookSignature.of(
                        List.of(fresh.value(), "old secret"),
                        "crm-7",
                        1_731_705_121,
                        seen.body().getBytes(UTF_8)));
    }

    @Test
    void a_delete_without_a_body_is_signed_too() throws Exception {
        crm(options.withMessage(HttpMessage.DEFAULT.withSigningSecrets(Secret.of("old secret"))))
                .deliver(HttpDelivery.delete("A-1"));

        assertThat(system.only().header("webhook-signature"))
                .isEqualTo(WebhookSignature.of(List.of("old secret"), "crm-7", 1_731_705_121, new byte[0]));
    }

    @Test
    void ten_megabytes_are_sent() throws Exception {
        String text = "x".repeat(10 * 1024 * 1024);

        crm(options).deliver(HttpDelivery.create().withPayload(Map.of("text", text)));

        assertThat(system.only().body()).hasSize(text.length() + "{\"text\":\"\"}".length());
    }

    @Test
    void a_payload_that_cannot_be_written_is_rejected_and_names_the_attribute() throws Exception {
        DeliveryResult result = crm(options).deliver(HttpDelivery.create().withPayload(Map.of("price", new Throws())));

        assertThat(result).isInstanceOf(DeliveryResult.Rejected.class);
        assertThat(reason(result)).contains("price", "@SyncIgnored").doesNotContain("4711");
        assertThat(system.seen()).isEmpty();
    }

    @Test
    void half_a_character_is_sent_as_an_escape() throws Exception {
        crm(options).deliver(HttpDelivery.create().withPayload(Map.of("name", "a\uD83Cb")));

        assertThat(system.only().body()).isEqualTo("{\"name\":\"a\\uD83Cb\"}");
    }

    @Test
    void a_payload_that_contains_itself_is_rejected() throws Exception {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("self", payload);

        assertThat(crm(options).deliver(HttpDelivery.create().withPayload(payload)))
                .isInstanceOf(DeliveryResult.Rejected.class);
    }

    private HttpTargetOptions with(Body body) {
        return options.withMessage(HttpMessage.DEFAULT.withBody(body));
    }

    private static Map<?, ?> json(String text) {
        return JsonMapper.builder().build().readValue(text, Map.class);
    }

    private static final class Throws {
        @SuppressWarnings("unused")
        public String getAmount() {
            throw new IllegalStateException("card 4711");
        }
    }
}
