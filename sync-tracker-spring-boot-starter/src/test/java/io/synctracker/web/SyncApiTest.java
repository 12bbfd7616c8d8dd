package io.synctracker.web;

import static io.synctracker.web.RunApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.synctracker.connector.FetchWindow;
import io.synctracker.connector.PullRequest;
import io.synctracker.job.JobTrigger;
import io.synctracker.testing.ApiClient.Answer;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncApiTest extends ApiHost {

    @Test
    void several_connections_are_pulled_each_as_a_run() {
        Answer answer =
                api.post("/sync", "{\"connections\": [\"awin\", \"tradedoubler\", \"awin\"], \"stream\": \"coupons\"}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/items")).hasSize(2);
        assertThat(connections.pulls)
                .extracting(PullRequest::connection, PullRequest::stream, PullRequest::window)
                .containsExactly(tuple("awin", "coupons", null), tuple("tradedoubler", "coupons", null));
        assertThat(connections.pulls.get(0).trigger()).isEqualTo(JobTrigger.PERSON);
        assertThat(connections.pulls.get(0).requestedBy()).isEqualTo("ada");
    }

    @ParameterizedTest
    @CsvSource({
        "today, UTC, 2026-03-01, 2026-03-01",
        "today, Europe/Berlin, 2026-03-02, 2026-03-02",
        "yesterday, UTC, 2026-02-28, 2026-02-28",
        "last_7_days, UTC, 2026-02-23, 2026-03-01",
        "LAST_30_DAYS, UTC, 2026-01-31, 2026-03-01",
        "current_month, UTC, 2026-03-01, 2026-03-01",
        "previous_month, America/New_York, 2026-02-01, 2026-02-28",
    })
    void a_preset_is_a_window_of_its_zone(String preset, String zone, LocalDate from, LocalDate to) {
        api.post("/sync", "{\"connections\": [\"awin\"], \"preset\": \"" + preset + "\", \"zone\": \"" + zone + "\"}");
        assertThat(connections.pulls.get(0).window()).isEqualTo(new FetchWindow(from, to, ZoneId.of(zone)));
    }

    @Test
    void days_need_no_preset() {
        api.post("/sync", "{\"connections\": [\"awin\"], \"from\": \"2026-01-01\", \"to\": \"2026-01-31\"}");
        assertThat(connections.pulls.get(0).window().to()).isEqualTo("2026-01-31");
    }

    @Test
    void a_window_that_ends_before_it_begins_is_refused() {
        Answer answer =
                api.post("/sync", "{\"connections\": [\"awin\"], \"from\": \"2026-01-31\", \"to\": \"2026-01-01\"}");
        assertProblem(answer, 422, "invalid-value");
        assertThat(connections.pulls).isEmpty();
    }

    @Test
    void a_connection_or_a_stream_that_is_not_there_starts_nothing() {
        assertProblem(api.post("/sync", "{\"connections\": [\"awin\", \"nobody\"]}"), 422, "invalid-value");
        assertProblem(
                api.post("/sync", "{\"connections\": [\"awin\"], \"stream\": \"nothing\"}"), 422, "invalid-value");
        assertThat(connections.pulls).isEmpty();
    }

    @Test
    void a_disabled_connection_starts_nothing() {
        assertProblem(api.post("/sync", "{\"connections\": [\"awin\", \"sleeping\"]}"), 409, "conflict");
        assertThat(connections.pulls).isEmpty();
    }

    @Test
    void several_connections_are_pulled_in_one_transaction() {
        api.post("/sync", "{\"connections\": [\"awin\", \"tradedoubler\"]}");
        assertThat(connections.transactions).hasSize(2).doesNotContainNull();
        assertThat(connections.transactions.get(0)).isSameAs(connections.transactions.get(1));
    }

    @Test
    void the_five_most_recent_pulls_of_people_are_shown() {
        for (int i = 0; i < 6; i++) {
            api.post("/sync", "{\"connections\": [\"awin\"]}");
        }
        jobs.add("tradedoubler");
        Answer answer = api.get("/sync/recent");
        assertThat(answer.json().at("/items").findValuesAsString("service"))
                .containsExactly("awin", "awin", "awin", "awin", "awin");
    }
}
