package io.synctracker.http;

import static io.synctracker.http.Pulls.after;
import static io.synctracker.http.Pulls.connector;
import static io.synctracker.http.Pulls.fetch;
import static io.synctracker.http.Pulls.items;
import static io.synctracker.http.Pulls.list;
import static io.synctracker.http.Pulls.pull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.synctracker.connector.Connector;
import io.synctracker.connector.FetchRequest;
import io.synctracker.connector.InvalidPageException;
import io.synctracker.connector.RecordPage;
import io.synctracker.testing.StubSystem;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems that would keep a pull busy for ever, or lead it astray. */
@Timeout(30)
class HttpConnectorGuardTest {

    private static final Map<String, ?> BY_CURSOR = Map.of(
            "paging",
            Map.of("style", "cursor", "parameter", "after", "next", "/next"),
            "records",
            Map.of("list", "items"));
    private static final Map<String, ?> BY_LINK = Map.of("paging", Map.of("style", "link"));

    private final StubSystem system = new StubSystem();
    private final StubSystem stranger = new StubSystem();

    @AfterEach
    void stop() {
        system.close();
        stranger.close();
    }

    @Test
    void a_cursor_that_leads_to_its_own_page_ends_the_pull() {
        system.answer(200, items("\"next\":\"x\"", "a")).thenAnswer(200, items("\"next\":\"x\"", "b"));

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> pull(connector(system.url(), BY_CURSOR)))
                .withMessageStartingWith("Connection affiliates, stream coupons: page 2 is followed by a page that was"
                        + " there before");
    }

    @Test
    void cursors_that_go_in_a_circle_end_the_pull() {
        system.answer(200, items("\"next\":\"0\"", "first"));
        for (int page = 1; page < 100; page++) {
            system.thenAnswer(200, items("\"next\":\"" + page % 3 + "\"", "r" + page));
        }

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> pull(connector(system.url(), BY_CURSOR)))
                .withMessageContaining("there before");
        assertThat(system.seen()).hasSizeLessThan(20);
    }

    @Test
    void a_system_that_does_not_know_the_parameter_of_the_page_ends_the_pull() {
        system.answer(200, list("a", "b"));

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> pull(connector(system.url(), Map.of("paging", Map.of("style", "page")))))
                .withMessageContaining("page 2 has the same records as the one before");
        assertThat(system.seen()).hasSize(2);
    }

    @Test
    void more_pages_than_the_limit_end_the_pull() {
        system.answer(200, items("\"next\":\"1\"", "a"))
                .thenAnswer(200, items("\"next\":\"2\"", "b"))
                .thenAnswer(200, items("\"next\":\"3\"", "c"));

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> pull(connector(system.url(), BY_CURSOR, Map.of("limits", Map.of("max-pages", 3)))))
                .withMessageContaining("more than 3 pages")
                .withMessageContaining("limits.max-pages");
    }

    @Test
    void a_link_to_another_host_is_not_followed() {
        system.answer(200, list("a"), "Link", "<" + stranger.url() + "/steal>; rel=\"next\"");

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> pull(connector(system.url(), BY_LINK)))
                .withMessageContaining("another host")
                .withMessageNotContaining("steal");
        assertThat(stranger.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//127.0.0.1/x", "https:%s", "ftp:%s/", "http://me:pw@127.0.0.1/", "javascript:1", "ht tp:"})
    void a_link_that_is_no_page_of_the_host_is_not_followed(String link) {
        String target = link.replace("%s", system.url().replace("http:", ""));
        system.answer(200, list("a"), "Link", "<" + target + ">; rel=\"next\"");

        assertThatExceptionOfType(InvalidPageException.class).isThrownBy(() -> pull(connector(system.url(), BY_LINK)));
        assertThat(system.seen()).hasSize(1);
    }

    @Test
    void a_checkpoint_that_leads_to_another_host_is_not_followed() {
        FetchRequest request =
                new FetchRequest("coupons", null, "{\"next\":\"" + stranger.url() + "/steal\",\"pages\":1}");

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> connector(system.url(), BY_LINK).fetch(request));
        assertThat(stranger.seen()).isEmpty();
    }

    @Test
    void a_secret_in_the_query_is_sent_with_every_page_and_kept_in_no_checkpoint() throws Exception {
        system.answer(200, list("a"), "Link", "</c?key=s3cret&p=2>; rel=\"next\"")
                .thenAnswer(200, list("b"));
        Connector connector =
                connector(system.url(), BY_LINK, Map.of("request", Map.of("query", Map.of("key", "s3cret"))));

        RecordPage page = fetch(connector);
        connector.fetch(after(page));

        assertThat(page.checkpoint()).doesNotContain("s3cret");
        assertThat(system.seen())
                .extracting(StubSystem.Seen::path)
                .containsExactly("/?key=s3cret", "/c?p=2&key=s3cret");
    }

    @Test
    void a_cursor_that_no_checkpoint_can_hold_ends_the_pull() {
        system.answer(200, items("\"next\":\"" + "x".repeat(5000) + "\"", "a"));

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> pull(connector(system.url(), BY_CURSOR)))
                .withMessageContaining("5000 characters; a checkpoint has at most 4000.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page 7", "{\"pages\":\"many\"}", "{\"since\":\"yesterday\"}", "{\"next\":\"abc\"}"})
    void a_checkpoint_of_somebody_else_is_refused(String checkpoint) {
        Connector connector = connector(system.url(), Map.of("paging", Map.of("style", "page")));
        system.answer(200, list("a"));

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> connector.fetch(new FetchRequest("coupons", null, checkpoint)))
                .withMessageContaining("checkpoint");
    }
}
