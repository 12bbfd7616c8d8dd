package io.synctracker.http;

import static io.synctracker.http.Pulls.connector;
import static io.synctracker.http.Pulls.fetch;
import static io.synctracker.http.Pulls.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.synctracker.connector.InvalidPageException;
import io.synctracker.connector.RemoteRecord;
import io.synctracker.testing.StubSystem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConnectorRecordTest {

    private final StubSystem system = new StubSystem();

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void a_record_has_all_members_as_json_knows_them() throws Exception {
        RemoteRecord record = only(
                "[{\"id\":\"A\",\"price\":1.10,\"size\":null,\"tags\":[\"x\"],\"shop\":{\"city\":\"Graz\"}}]",
                Map.of());

        assertThat(record.externalId()).isEqualTo("A");
        assertThat(record.attributes())
                .containsEntry("price", new BigDecimal("1.10"))
                .containsEntry("size", null)
                .containsEntry("tags", List.of("x"))
                .containsEntry("shop", Map.of("city", "Graz"));
    }

    @Test
    void with_fields_nothing_else_is_read() throws Exception {
        RemoteRecord record = only(
                "[{\"id\":\"A\",\"name\":\"Tea\",\"secret\":\"x\",\"shop\":{\"city\":\"Graz\"}}]",
                Map.of(
                        "binding",
                        Map.of("fields", Map.of("title", "name", "town", "/shop/city", "gone", "/no/where"))));

        assertThat(record.attributes()).containsOnly(Map.entry("name", "Tea"), Map.entry("/shop/city", "Graz"));
    }

    @Test
    void list_and_id_are_where_the_pointers_say() throws Exception {
        RemoteRecord record = only(
                "{\"data\":{\"a/b\":[{\"key\":{\"no\":7}}]}}",
                Map.of("records", Map.of("list", "/data/a~1b", "id", "/key/no")));

        assertThat(record.externalId()).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":null}", "{\"id\":\" \"}", "{\"id\":1.5}", "{\"id\":{}}", "7", "null", "[1]"})
    void a_record_without_id_is_passed_on_without(String record) throws Exception {
        system.answer(200, "[" + record + ",{\"id\":\"A\"}]");

        assertThat(ids(fetch(connector(system.url(), Map.of())))).isEqualTo(Arrays.asList(null, "A"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"2026-02-01T10:00:00Z\"; 2026-02-01T10:00:00Z",
                "\"2026-02-01T10:00:00.5+02:00\"; 2026-02-01T08:00:00.500Z",
                "\"2026-02-01T10:00:00-02:00\"; 2026-02-01T12:00:00Z",
                "\"2026-02-01T10:00:00\"; 2026-02-01T10:00:00Z",
                "\"2026-02-01 10:00:00\"; 2026-02-01T10:00:00Z",
                "\"2026-02-01\"; 2026-02-01T00:00:00Z",
                "1769940000; 2026-02-01T10:00:00Z",
                "1769940000.25; 2026-02-01T10:00:00.250Z",
                "1769940000123; 2026-02-01T10:00:00.123Z",
                "\"yesterday\"; ",
                "\"\"; ",
                "1e400; ",
                "1e999999999; ",
                "1e-500000000; ",
                "true; ",
                "null; ",
            })
    void a_time_of_change_is_read_in_many_forms(String json, Instant time) throws Exception {
        RemoteRecord record = only("[{\"id\":1,\"at\":" + json + "}]", Map.of("records", Map.of("changed-at", "at")));

        assertThat(record.changedAt()).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "false, false",
        "1, true",
        "0, false",
        "'\"2026-02-01T10:00:00Z\"', true",
        "'\"false\"', false",
        "'\"\"', false",
        "null, false",
        "{}, false",
    })
    void a_tombstone_is_known_by_its_flag(String json, boolean deleted) throws Exception {
        RemoteRecord record = only("[{\"id\":1,\"gone\":" + json + "}]", Map.of("records", Map.of("deleted", "/gone")));

        assertThat(record.deleted()).isEqualTo(deleted);
    }

    @ParameterizedTest
    @CsvSource({"archived, true", "active, false"})
    void a_tombstone_is_known_by_a_value(String state, boolean deleted) throws Exception {
        RemoteRecord record = only(
                "[{\"id\":1,\"state\":\"" + state + "\"}]",
                Map.of("records", Map.of("deleted", "state", "deleted-values", List.of("archived", "void"))));

        assertThat(record.deleted()).isEqualTo(deleted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"items\":null}", "null"})
    void a_list_that_is_null_is_empty(String answer) throws Exception {
        system.answer(200, answer);

        assertThat(fetch(connector(system.url(), Map.of("records", Map.of("list", "items"))))
                        .records())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"other\":[]}", "{\"items\":{}}", "{\"items\":\"s3cret\"}", "[]"})
    void a_pointer_that_leads_to_no_list_is_named(String answer) {
        system.answer(200, answer);

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> fetch(connector(system.url(), Map.of("records", Map.of("list", "/items")))))
                .withMessage("Connection affiliates, stream coupons: the answer has no list at '/items'. Correct"
                        + " records.list.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>s3cret</html>",
                "[{\"id\":\"s3cret\"",
                "[] s3cret",
                "[{\"id\":s3cret}]",
                "[\"s3cret\u0000\"]",
                " "
            })
    void what_is_not_json_is_no_page_and_is_not_quoted(String answer) {
        system.answer(200, answer);

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> fetch(connector(system.url(), Map.of())))
                .withMessageStartingWith("Connection affiliates, stream coupons: the answer is ")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void json_that_is_nested_without_end_is_no_page() {
        system.answer(200, "[".repeat(100_000));

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> fetch(connector(system.url(), Map.of())));
    }

    private RemoteRecord only(String answer, Map<String, ?> stream) throws Exception {
        system.answer(200, answer);
        return fetch(connector(system.url(), stream)).records().get(0);
    }
}
