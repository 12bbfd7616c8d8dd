package io.synctracker.target;

import static io.synctracker.target.HttpTargets.crm;
import static io.synctracker.target.HttpTargets.reason;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.target.DeliveryResult.Rejected;
import io.synctracker.testing.StubSystem;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTargetResponseTest {

    private final StubSystem system = new StubSystem();
    private final HttpTargetOptions options = HttpTargetOptions.to(system.url());

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void the_external_id_is_read_from_the_answer() throws Exception {
        assertThat(create("{\"id\":\"SF-1\"}")).isEqualTo(DeliveryResult.accepted("SF-1"));
    }

    @Test
    void a_whole_number_becomes_text_with_all_its_digits() throws Exception {
        assertThat(create("{\"id\":12345678901234567890123}"))
                .isEqualTo(DeliveryResult.accepted("12345678901234567890123"));
    }

    @Test
    void the_pointer_can_lead_anywhere() throws Exception {
        HttpTarget target = reading(HttpResponseMapping.DEFAULT.withExternalId("/data/0/a~1b"));
        system.answer(200, "{\"data\":[{\"a/b\":7}]}");

        assertThat(target.deliver(HttpDelivery.create())).isEqualTo(DeliveryResult.accepted("7"));
    }

    @Test
    void the_location_names_the_id_where_the_body_does_not() throws Exception {
        HttpTarget target = reading(HttpResponseMapping.DEFAULT.withLocation(true));
        system.answer(201, "", "Location", "/products/a%2Fb+c?x=1");

        assertThat(target.deliver(HttpDelivery.create())).isEqualTo(DeliveryResult.accepted("a/b+c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/products/", "", "http://[", "mailto:x", "/%zz"})
    void a_location_without_an_id_names_none(String location) throws Exception {
        HttpTarget target = reading(HttpResponseMapping.DEFAULT.withLocation(true));
        system.answer(201, "", "Location", location);

        assertThat(target.deliver(HttpDelivery.update("A-1"))).isEqualTo(DeliveryResult.accepted());
    }

    @Test
    void metadata_is_read_and_what_is_absent_or_null_is_left_out() throws Exception {
        HttpTarget target = reading(HttpResponseMapping.DEFAULT
                .withMetadata("revision", "/meta/rev")
                .withMetadata("tags", "/tags")
                .withMetadata("big", "/big")
                .withMetadata("absent", "/nowhere")
                .withMetadata("none", "/none"));
        system.answer(
                200,
                "{\"id\":1,\"meta\":{\"rev\":3},\"tags\":[\"a\",true],\"none\":null,\"big\":99999999999999999999}");

        assertThat(target.deliver(HttpDelivery.create()))
                .isEqualTo(DeliveryResult.accepted(
                        "1",
                        Map.of(
                                "revision",
                                3,
                                "tags",
                                List.of("a", true),
                                "big",
                                new BigInteger("99999999999999999999"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html>",
                "{\"id\":",
                "{}",
                "{\"id\":null}",
                "{\"id\":\" \"}",
                "{\"id\":{}}",
                "{\"id\":1.5}",
                "[]",
                "7",
                "{\"id\":true}",
                "{\"id\":1e99999999}"
            })
    void an_update_keeps_the_id_where_the_answer_names_none(String body) throws Exception {
        system.answer(200, body);

        assertThat(crm(options).deliver(HttpDelivery.update("A-1"))).isEqualTo(DeliveryResult.accepted());
    }

    @Test
    void a_create_whose_answer_names_no_id_is_rejected_where_later_requests_need_it() throws Exception {
        DeliveryResult result = create("{\"key\":7}");

        assertThat(result).isInstanceOf(Rejected.class);
        assertThat(reason(result)).contains("HTTP 200", "http.response.external-id", "{id}");
    }

    @Test
    void a_create_whose_answer_is_not_read_is_accepted() throws Exception {
        system.answer(202, "{\"id\":\"job-1\"}");

        assertThat(reading(HttpResponseMapping.DEFAULT.withExternalId("")).deliver(HttpDelivery.create()))
                .isEqualTo(DeliveryResult.accepted());
    }

    @Test
    void an_entity_that_is_created_again_needs_a_new_id() throws Exception {
        system.answer(404, "").thenAnswer(201, "");

        assertThat(crm(options).deliver(HttpDelivery.update("A-1"))).isInstanceOf(Rejected.class);
    }

    @Test
    void an_id_of_255_characters_is_kept_and_a_longer_one_rejected_by_its_length() throws Exception {
        assertThat(create("{\"id\":\"" + "x".repeat(255) + "\"}")).isEqualTo(DeliveryResult.accepted("x".repeat(255)));
        DeliveryResult result = create("{\"id\":\"" + "x".repeat(256) + "\"}");

        assertThat(result).isInstanceOf(Rejected.class);
        assertThat(reason(result)).contains("256").doesNotContain("xx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\r\\nb", "\\ud83c", "\\ufffd"})
    void an_id_that_no_table_can_keep_is_rejected(String id) throws Exception {
        assertThat(create("{\"id\":\"" + id + "\"}")).isInstanceOf(Rejected.class);
    }

    @Test
    void bytes_that_are_no_utf_8_beside_the_id_do_no_harm() throws Exception {
        system.answer(200, "{\"name\":\"Müller\",\"id\":\"7\"}".getBytes(ISO_8859_1));

        assertThat(crm(options).deliver(HttpDelivery.create())).isEqualTo(DeliveryResult.accepted("7"));
    }

    @Test
    void the_charset_of_the_answer_is_respected() throws Exception {
        system.answer(
                200, "{\"id\":\"ü\"}".getBytes(ISO_8859_1), "Content-Type", "application/json; charset=ISO-8859-1");

        assertThat(crm(options).deliver(HttpDelivery.create())).isEqualTo(DeliveryResult.accepted("ü"));
    }

    @Test
    void an_unknown_charset_is_read_as_utf_8() throws Exception {
        system.answer(
                200, "\uFEFF{\"id\":\"ü\"}".getBytes(UTF_8), "Content-Type", "application/json; charset=\"no?such\"");

        assertThat(crm(options).deliver(HttpDelivery.create())).isEqualTo(DeliveryResult.accepted("ü"));
    }

    @Test
    void a_deeply_nested_answer_is_no_json() throws Exception {
        system.answer(200, "[".repeat(500_000));

        assertThat(crm(options).deliver(HttpDelivery.update("A-1"))).isEqualTo(DeliveryResult.accepted());
    }

    @Test
    void an_answer_longer_than_the_limit_is_read_no_further() throws Exception {
        system.answer(200, "{\"id\":\"7\"}" + " ".repeat(100));
        HttpResponseMapping limited = HttpResponseMapping.DEFAULT.withMaxBytes(10);

        assertThat(reading(limited).deliver(HttpDelivery.create())).isEqualTo(DeliveryResult.accepted("7"));
        assertThat(reading(limited.withMaxBytes(9)).deliver(HttpDelivery.create()))
                .isInstanceOf(Rejected.class);
    }

    private HttpTarget reading(HttpResponseMapping response) {
        return crm(options.withResponse(response));
    }

    private DeliveryResult create(String body) throws Exception {
        system.answer(200, body);
        return crm(options).deliver(HttpDelivery.create());
    }
}
