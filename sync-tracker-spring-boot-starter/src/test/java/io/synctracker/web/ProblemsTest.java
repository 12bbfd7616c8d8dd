package io.synctracker.web;

import static io.synctracker.web.RunApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testing.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;

/** Whatever goes wrong, the answer is a problem that says what to do and nothing that is nobody's business. */
class ProblemsTest extends ApiHost {

    @Test
    void a_problem_names_the_path_and_the_field() {
        Answer answer = api.get("/runs?limit=501");
        assertThat(answer.text()).isEqualTo("""
                {"type":"urn:sync-tracker:errors#invalid-parameter","title":"A parameter is wrong","status":400,\
                "detail":"The parameter 'limit' is 501; give 1 to 500.","instance":"/sync-tracker/api/v1/runs",\
                "code":"invalid-parameter",\
                "errors":[{"field":"limit","message":"The parameter 'limit' is 501; give 1 to 500."}]}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=many",
                "status=unheard",
                "from=yesterday",
                "scheduleId=x",
                "before=99999999999999999999",
                "statuss=failed",
                "status=failed&status=success",
                "service=%ff",
                "from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z"
            })
    void a_filter_that_is_wrong_is_refused(String filter) {
        assertProblem(api.get("/runs?" + filter), 400, "invalid-parameter");
    }

    @Test
    void a_filter_of_a_hundred_thousand_characters_is_refused() {
        Answer answer = new Answers(application).get("/sync-tracker/api/v1/runs", "text", "x".repeat(100_000));
        assertProblem(answer, 400, "invalid-parameter");
        assertThat(answer.at("/detail")).contains("has 100000 characters; 200 is the limit");
    }

    @Test
    void a_body_that_is_no_json_is_refused() {
        Answer answer = api.post("/sync", "{\"connections\": [\"awin\"");
        assertProblem(answer, 400, "invalid-body");
        assertThat(answer.at("/detail")).contains("line 1");
        assertProblem(api.post("/sync", ""), 400, "invalid-body");
        assertProblem(api.post("/sync", "null"), 400, "invalid-body");
        assertProblem(api.post("/sync", "[]"), 400, "invalid-body");
        assertProblem(api.post("/sync", "{\"connections\": [\"awin\"]} {}"), 400, "invalid-body");
    }

    @Test
    void a_field_that_is_wrong_is_named() {
        assertThat(api.post("/sync", "{\"conections\": []}").at("/errors/0/field"))
                .isEqualTo("conections");
        assertThat(api.post("/sync", "{\"preset\": \"someday\"}").at("/errors/0/field"))
                .isEqualTo("preset");
        assertThat(api.post("/sync", "{\"connections\": [{}]}").at("/errors/0/field"))
                .isEqualTo("connections[0]");
    }

    @Test
    void a_body_that_is_too_long_is_refused() {
        assertProblem(api.post("/sync", "\"" + "x".repeat(70_000) + "\""), 413, "too-large");
    }

    @Test
    void a_body_that_is_called_something_else_is_refused() {
        assertProblem(
                api.send("POST", "/sync", "connections=awin", "application/x-www-form-urlencoded"),
                415,
                "unsupported-media-type");
        assertProblem(api.send("POST", "/sync", "{}", "text/plain"), 415, "unsupported-media-type");
    }

    @Test
    void an_address_that_is_not_there_is_a_problem_too() {
        assertProblem(api.get("/nothing/here"), 404, "not-found");
    }

    @Test
    void a_method_that_is_not_there_says_which_ones_are() {
        Answer answer = api.delete("/runs/1");
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET");
    }

    @Test
    void what_a_database_says_is_told_to_nobody() {
        jobs.failure = new DataIntegrityViolationException("insert into sync_runs values ('s3cret')");
        Answer answer = api.get("/runs");
        assertProblem(answer, 500, "internal-error");
        assertThat(answer.text()).contains("incident").doesNotContain("s3cret", "insert", "Exception");
    }

    @Test
    void a_database_that_does_not_answer_is_asked_again_later() {
        jobs.failure = new QueryTimeoutException("select * from sync_runs");
        Answer answer = api.get("/runs");
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }
}
