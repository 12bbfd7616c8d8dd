package io.synctracker.http;

import static io.synctracker.http.Pulls.after;
import static io.synctracker.http.Pulls.connector;
import static io.synctracker.http.Pulls.fetch;
import static io.synctracker.http.Pulls.ids;
import static io.synctracker.http.Pulls.items;
import static io.synctracker.http.Pulls.list;
import static io.synctracker.http.Pulls.pull;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.connector.RecordPage;
import io.synctracker.testing.StubSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConnectorPagingTest {

    private static final Map<String, ?> BY_NUMBER =
            Map.of("path", "/coupons", "paging", Map.of("style", "page", "size-parameter", "size", "size", 2));
    private static final Map<String, ?> BY_OFFSET = Map.of("paging", Map.of("style", "offset"));
    private static final Map<String, ?> BY_CURSOR = Map.of(
            "paging",
            Map.of("style", "cursor", "parameter", "after", "next", "/next"),
            "records",
            Map.of("list", "items"));
    private static final Map<String, ?> BY_CURSOR_URL =
            Map.of("paging", Map.of("style", "cursor", "next", "/next"), "records", Map.of("list", "items"));
    private static final Map<String, ?> BY_LINK = Map.of("path", "coupons", "paging", Map.of("style", "link"));

    private final StubSystem system = new StubSystem();

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void a_stream_without_paging_has_one_page() throws Exception {
        system.answer(200, list("a", "b"));

        assertThat(pull(connector(system.url(), Map.of("path", "/coupons")))).containsExactly("a", "b");
        assertThat(paths()).containsExactly("/coupons");
    }

    @Test
    void pages_with_numbers_end_with_an_empty_one() throws Exception {
        system.answer(200, list("a", "b")).thenAnswer(200, list("c")).thenAnswer(200, "[]");

        assertThat(pull(connector(system.url(), BY_NUMBER))).containsExactly("a", "b", "c");
        assertThat(paths())
                .containsExactly("/coupons?size=2&page=1", "/coupons?size=2&page=2", "/coupons?size=2&page=3");
    }

    @Test
    void a_total_spares_the_empty_page() throws Exception {
        Map<String, ?> stream =
                Map.of("paging", Map.of("style", "page"), "records", Map.of("list", "/items", "total", "/count"));
        system.answer(200, items("\"count\":3", "a", "b")).thenAnswer(200, items("\"count\":3", "c"));

        assertThat(pull(connector(system.url(), stream))).containsExactly("a", "b", "c");
        assertThat(fetch(connector(system.url(), stream)).total()).isEqualTo(3);
    }

    @Test
    void offsets_count_what_came_and_not_what_was_asked_for() throws Exception {
        system.answer(200, list("a", "b", "c")).thenAnswer(200, list("d")).thenAnswer(200, "[]");

        assertThat(pull(connector(system.url(), BY_OFFSET))).containsExactly("a", "b", "c", "d");
        assertThat(paths()).containsExactly("/?offset=0", "/?offset=3", "/?offset=4");
    }

    @Test
    void the_first_number_can_be_zero() throws Exception {
        system.answer(200, "[]");

        pull(connector(system.url(), Map.of("paging", Map.of("style", "page", "parameter", "p", "first", 0))));

        assertThat(paths()).containsExactly("/?p=0");
    }

    @Test
    void a_cursor_is_sent_as_a_parameter_and_encoded() throws Exception {
        system.answer(200, items("\"next\":\"x&y=ü+/\"", "a")).thenAnswer(200, items("\"next\":null", "b"));

        assertThat(pull(connector(system.url(), BY_CURSOR))).containsExactly("a", "b");
        assertThat(paths()).containsExactly("/", "/?after=x%26y%3D%C3%BC%2B%2F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/coupons?from=7", "?from=7", "coupons?from=7"})
    void a_cursor_without_parameter_is_a_url(String next) throws Exception {
        system.answer(200, items("\"next\":\"" + next + "\"", "a")).thenAnswer(200, items("", "b"));

        assertThat(pull(connector(system.url() + "/v2/coupons", BY_CURSOR_URL))).containsExactly("a", "b");
        assertThat(paths()).containsExactly("/v2/coupons", "/v2/coupons?from=7");
    }

    @Test
    void what_says_that_there_is_no_more_ends_the_pull_though_it_names_a_cursor() throws Exception {
        Map<String, ?> stream = Map.of(
                "paging",
                Map.of("style", "cursor", "parameter", "after", "next", "next", "more", "more"),
                "records",
                Map.of("list", "items"));
        system.answer(200, items("\"next\":1,\"more\":true", "a"))
                .thenAnswer(200, items("\"next\":2,\"more\":false", "b"));

        assertThat(pull(connector(system.url(), stream))).containsExactly("a", "b");
    }

    @Test
    void the_cursor_of_the_last_page_is_where_the_next_pull_begins() throws Exception {
        system.answer(200, items("\"next\":\"7\"", "a")).thenAnswer(200, items("\"next\":\"7\""));
        var connector = connector(system.url(), BY_CURSOR);

        RecordPage last = connector.fetch(after(fetch(connector)));
        connector.fetch(after(last));

        assertThat(last.last()).isTrue();
        assertThat(paths()).containsExactly("/", "/?after=7", "/?after=7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<%s/coupons?p=2>; rel=\"next\"",
                "</coupons?p=2>;rel=next",
                "</coupons?p=1>; rel=\"first\", <coupons?p=2>; title=\"a, b\"; rel=\"next last\"",
                "<?p=2>; REL = NEXT; x=y",
            })
    void a_link_header_leads_to_the_next_page(String link) throws Exception {
        system.answer(200, list("a"), "Link", String.format(link, system.url()))
                .thenAnswer(200, list("b"), "Link", "</coupons?p=1>; rel=\"prev\"");

        assertThat(pull(connector(system.url(), BY_LINK))).containsExactly("a", "b");
        assertThat(paths()).containsExactly("/coupons", "/coupons?p=2");
    }

    @Test
    void a_pull_goes_on_from_its_checkpoint_in_another_process() throws Exception {
        system.answer(200, list("a", "b")).thenAnswer(200, list("c"));
        RecordPage page = fetch(connector(system.url(), BY_NUMBER));

        RecordPage resumed = connector(system.url(), BY_NUMBER).fetch(after(page));

        assertThat(ids(resumed)).containsExactly("c");
        assertThat(paths()).last().isEqualTo("/coupons?size=2&page=2");
    }

    private List<String> paths() {
        return system.seen().stream().map(StubSystem.Seen::path).toList();
    }
}
