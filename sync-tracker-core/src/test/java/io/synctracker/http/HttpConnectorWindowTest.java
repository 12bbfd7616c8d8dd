package io.synctracker.http;

import static io.synctracker.http.Pulls.after;
import static io.synctracker.http.Pulls.connector;
import static io.synctracker.http.Pulls.fetch;
import static io.synctracker.http.Pulls.pull;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.connector.Connector;
import io.synctracker.connector.FetchWindow;
import io.synctracker.connector.RecordPage;
import io.synctracker.testing.StubSystem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpConnectorWindowTest {

    /** Its last day has 23 hours there. */
    private static final FetchWindow MARCH =
            new FetchWindow(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 29), ZoneId.of("Europe/Vienna"));

    private final StubSystem system = new StubSystem();

    @AfterEach
    void stop() {
        system.close();
    }

    @ParameterizedTest
    @CsvSource({
        "date, false, from=2026-03-01&to=2026-03-29",
        "date, true, from=2026-03-01&to=2026-03-30",
        "instant, true, from=2026-02-28T23%3A00%3A00Z&to=2026-03-29T22%3A00%3A00Z",
        "instant, false, from=2026-02-28T23%3A00%3A00Z&to=2026-03-29T21%3A59%3A59.999Z",
        "epoch-seconds, true, from=1772319600&to=1774821600",
        "epoch-seconds, false, from=1772319600&to=1774821599",
        "epoch-millis, true, from=1772319600000&to=1774821600000",
        "epoch-millis, false, from=1772319600000&to=1774821599999",
    })
    void a_window_is_asked_for_in_each_format(String format, boolean exclusiveEnd, String query) throws Exception {
        system.answer(200, "[]");
        Map<String, Object> window = new LinkedHashMap<>(Map.of("from", "from", "to", "to"));
        window.put("format", format);
        window.put("exclusive-end", exclusiveEnd);

        pull(connector(system.url(), Map.of("window", window)), MARCH);

        assertThat(system.only().path()).isEqualTo("/?" + query);
    }

    @Test
    void every_page_of_a_window_is_asked_for_with_it() throws Exception {
        system.answer(200, "[{\"id\":1}]").thenAnswer(200, "[]");

        pull(connector(system.url(), Map.of("paging", Map.of("style", "page"), "window", Map.of("from", "f"))), MARCH);

        assertThat(system.seen())
                .extracting(StubSystem.Seen::path)
                .containsExactly("/?f=2026-03-01&page=1", "/?f=2026-03-01&page=2");
    }

    @Test
    void a_stream_without_such_parameters_answers_every_window_with_all_it_has() throws Exception {
        system.answer(200, "[]");

        pull(connector(system.url(), Map.of("query", Map.of("sort", "id"))), MARCH);

        assertThat(system.only().path()).isEqualTo("/?sort=id");
    }

    @Test
    void the_next_pull_begins_a_minute_before_the_newest_record_of_the_last() throws Exception {
        system.answer(200, "[{\"id\":1,\"at\":\"2026-02-01T10:00:00Z\"},{\"id\":2,\"at\":\"2026-01-01T10:00:00Z\"}]")
                .thenAnswer(200, "[]");
        Connector connector = connector(system.url(), since());

        RecordPage second = connector.fetch(after(fetch(connector)));
        connector.fetch(after(second));

        assertThat(system.seen())
                .extracting(StubSystem.Seen::path)
                .containsExactly("/", "/?since=2026-02-01T09%3A59%3A00Z", "/?since=2026-02-01T09%3A59%3A00Z");
    }

    @Test
    void a_record_from_the_future_does_not_hide_what_comes_until_then() throws Exception {
        system.answer(200, "[{\"id\":1,\"at\":\"2099-01-01T00:00:00Z\"}]").thenAnswer(200, "[]");
        Connector connector = connector(system.url(), since());

        connector.fetch(after(fetch(connector)));

        assertThat(system.seen())
                .last()
                .extracting(StubSystem.Seen::path)
                .isEqualTo("/?since=2026-03-01T11%3A59%3A00Z");
    }

    @Test
    void days_since_begin_a_day_early_since_nobody_says_whose_days_they_are() throws Exception {
        system.answer(200, "[{\"id\":1,\"at\":\"2026-02-01T10:00:00Z\"}]").thenAnswer(200, "[]");
        Connector connector = connector(
                system.url(), Map.of("window", Map.of("since", "since"), "records", Map.of("changed-at", "at")));

        connector.fetch(after(fetch(connector)));

        assertThat(system.seen()).last().extracting(StubSystem.Seen::path).isEqualTo("/?since=2026-01-31");
    }

    private static Map<String, ?> since() {
        return Map.of("window", Map.of("since", "since", "format", "instant"), "records", Map.of("changed-at", "at"));
    }
}
