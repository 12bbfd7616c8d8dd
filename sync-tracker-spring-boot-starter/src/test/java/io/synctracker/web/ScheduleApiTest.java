package io.synctracker.web;

import static io.synctracker.web.RunApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testing.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleApiTest extends ApiHost {

    private static final String NIGHTLY = """
            {"name": "nightly", "connections": ["awin", "tradedoubler"], "stream": "coupons",
             "cadence": {"times": ["03:00"], "days": ["monday", "FRIDAY"]}, "zone": "Europe/Berlin",
             "range": {"preset": "previous_month"}, "maxRunsPerDay": 3}""";

    @Test
    void a_schedule_is_made_and_shown_with_its_next_five_firings() {
        Answer made = api.post("/schedules", NIGHTLY);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo("schedules/1");
        Answer shown = api.get("/schedules/1");
        assertThat(shown.at("/owner")).isEqualTo("ada");
        assertThat(shown.at("/cadence/days/1")).isEqualTo("friday");
        assertThat(shown.at("/range/preset")).isEqualTo("previous_month");
        assertThat(shown.json().at("/nextFirings")).hasSize(5);
        assertThat(shown.json().at("/enabled").asBoolean()).isTrue();
    }

    @Test
    void what_is_shown_can_be_sent_back() {
        String shown = api.post("/schedules", NIGHTLY).text();
        String form = shown.replaceFirst("\"owner\".*", "\"x\":1}")
                .replaceFirst("\"id\":1,", "")
                .replaceFirst(",\"x\":1", "");
        assertThat(api.put("/schedules/1", form).text()).isEqualTo(shown);
    }

    @Test
    void schedules_are_listed_in_pages() {
        api.post("/schedules", NIGHTLY);
        api.post("/schedules", NIGHTLY.replace("nightly", "weekly"));
        Answer first = api.get("/schedules?limit=1");
        assertThat(first.at("/items/0/name")).isEqualTo("nightly");
        Answer last = api.get("/schedules?limit=1&after=" + first.at("/next"));
        assertThat(last.at("/items/0/name")).isEqualTo("weekly");
        assertThat(last.json().at("/next").isNull()).isTrue();
    }

    @Test
    void a_draft_is_previewed_and_not_stored() {
        assertThat(api.post("/schedules/preview", NIGHTLY).json().at("/nextFirings"))
                .hasSize(5);
        assertThat(api.get("/schedules").json().at("/items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"times\": [null]}",
                "{\"times\": [\"03:00\", null]}",
                "{\"times\": [\"03:00\"], \"days\": [null]}"
            })
    void a_cadence_that_holds_a_null_is_refused(String cadence) {
        Answer answer = api.post(
                "/schedules/preview",
                "{\"name\": \"nightly\", \"connections\": [\"awin\"], \"cadence\": " + cadence + "}");
        assertProblem(answer, 422, "invalid-value");
        assertThat(answer.at("/errors/0/field")).startsWith("cadence.");
    }

    @Test
    void a_schedule_is_switched() {
        api.post("/schedules", NIGHTLY);
        assertThat(api.post("/schedules/1/toggle").json().at("/enabled").asBoolean())
                .isFalse();
        assertThat(api.post("/schedules/1/disable").json().at("/enabled").asBoolean())
                .isFalse();
        assertThat(api.post("/schedules/1/enable").json().at("/enabled").asBoolean())
                .isTrue();
    }

    @Test
    void a_schedule_is_run_now_once_for_each_connection() {
        api.post("/schedules", NIGHTLY);
        Answer answer = api.post("/schedules/1/run");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/items")).hasSize(2);
        assertThat(answer.at("/items/0/requestedBy")).isEqualTo("ada");
    }

    @Test
    void a_schedule_is_removed() {
        api.post("/schedules", NIGHTLY);
        assertThat(api.delete("/schedules/1").status()).isEqualTo(204);
        assertProblem(api.get("/schedules/1"), 404, "unknown-schedule");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "toggle", "enable", "disable"})
    void a_schedule_that_is_not_there_is_a_404(String action) {
        assertProblem(api.post("/schedules/4711/" + action), 404, "unknown-schedule");
    }

    @Test
    void one_answer_says_everything_that_is_wrong() {
        Answer answer = api.post("/schedules", "{\"zone\": \"Mars/Olympus\", \"cadence\": {\"every\": \"soon\"}}");
        assertProblem(answer, 422, "invalid-value");
        assertThat(answer.json().at("/errors").findValuesAsString("field"))
                .containsExactly("name", "connections", "zone", "cadence.every");
    }

    @Test
    void a_connection_that_is_not_there_makes_the_body_wrong() {
        Answer answer = api.post("/schedules", NIGHTLY.replace("awin", "nobody"));
        assertProblem(answer, 422, "invalid-value");
        assertThat(answer.at("/detail")).contains("There is no connection 'nobody'.");
    }

    @Test
    void a_schedule_that_never_fires_is_refused() {
        String cron = "{\"name\": \"never\", \"connections\": [\"awin\"], \"cadence\": {\"cron\": \"0 0 0 30 2 *\"}}";
        assertProblem(api.post("/schedules", cron), 422, "invalid-value");
        assertProblem(api.post("/schedules/preview", cron), 422, "invalid-value");
    }

    @Test
    void a_range_that_ends_before_it_begins_is_refused() {
        String body =
                NIGHTLY.replace("\"preset\": \"previous_month\"", "\"from\": \"2026-02-02\", \"to\": \"2026-02-01\"");
        Answer answer = api.post("/schedules", body);
        assertProblem(answer, 422, "invalid-value");
        assertThat(answer.at("/detail")).contains("before it begins on 2026-02-02");
    }

    @Test
    void two_schedules_have_two_names() {
        api.post("/schedules", NIGHTLY);
        assertProblem(api.post("/schedules", NIGHTLY), 409, "conflict");
        api.post("/schedules", NIGHTLY.replace("nightly", "weekly"));
        assertProblem(api.put("/schedules/2", NIGHTLY), 409, "conflict");
        assertThat(api.put("/schedules/1", NIGHTLY).status()).isEqualTo(200);
    }

    @Test
    void a_cadence_is_one_thing() {
        String two = NIGHTLY.replace("\"times\"", "\"every\": \"10m\", \"times\"");
        assertThat(api.post("/schedules", two).at("/errors/0/field")).isEqualTo("cadence");
        String none = NIGHTLY.replaceFirst("\"times\": \\[.*?],", "");
        assertThat(api.post("/schedules", none).at("/errors/0/field")).isEqualTo("cadence");
    }
}
