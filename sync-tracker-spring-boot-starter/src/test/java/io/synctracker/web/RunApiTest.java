package io.synctracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.job.JobRequest;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.job.JobTrigger;
import io.synctracker.testing.ApiClient.Answer;
import org.junit.jupiter.api.Test;

class RunApiTest extends ApiHost {

    @Test
    void runs_are_listed_newest_first() {
        jobs.add("awin");
        jobs.add("tradedoubler");
        Answer answer = api.get("/runs");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.at("/items/0/service")).isEqualTo("tradedoubler");
        assertThat(answer.at("/items/0/status")).isEqualTo("queued");
    }

    @Test
    void a_full_page_says_how_to_get_the_next_one() {
        for (int i = 0; i < 5; i++) {
            jobs.add("awin");
        }
        Answer first = api.get("/runs?limit=2");
        assertThat(first.json().at("/items")).hasSize(2);
        Answer last = api.get("/runs?limit=3&before=" + first.at("/next"));
        assertThat(last.json().at("/items")).hasSize(3);
        assertThat(last.json().at("/next").isNull()).isTrue();
    }

    @Test
    void runs_are_found_by_every_part_of_the_filter() {
        JobRun wanted = jobs.add(JobRequest.of("awin", "update")
                .withTarget("Coupon", "4")
                .withTrigger(JobTrigger.PERSON, "ada")
                .withSchedule(9L));
        jobs.change(wanted.id(), JobStatus.FAILED, 0, null, "no such coupon");
        jobs.add("awin");
        assertFound("service=awin&action=update&status=FAILED");
        assertFound("targetType=Coupon&targetId=4");
        assertFound("requestedBy=ada&trigger=person&scheduleId=9");
        assertFound("text=coupon&from=2026-03-01T10:00:00Z&to=2026-03-01T11:00:02%2B01:00");
    }

    private static void assertFound(String filter) {
        assertThat(api.get("/runs?" + filter).json().at("/items")).as(filter).hasSize(1);
    }

    @Test
    void a_run_is_shown_with_its_progress_its_tries_and_its_retries() {
        JobRun run = jobs.add("awin");
        jobs.change(run.id(), JobStatus.FAILED, 30, 120L, "gone");
        api.post("/runs/" + run.id() + "/retry");
        Answer answer = api.get("/runs/" + run.id());
        assertThat(answer.json().at("/run/progress/percent").asInt()).isEqualTo(25);
        assertThat(answer.json().at("/run/durationMillis").asInt()).isEqualTo(10_000);
        assertThat(answer.json().at("/run/progress/perSecond").asDouble()).isEqualTo(3.0);
        assertThat(answer.json().at("/attempts")).hasSize(1);
        assertThat(answer.at("/retries/0/trigger")).isEqualTo("retry");
    }

    @Test
    void a_run_that_is_not_there_is_a_404() {
        assertProblem(api.get("/runs/4711"), 404, "unknown-run");
        assertProblem(api.post("/runs/4711/retry"), 404, "unknown-run");
        assertProblem(api.post("/runs/4711/cancel"), 404, "unknown-run");
        assertProblem(api.get("/runs/abc"), 400, "invalid-parameter");
    }

    @Test
    void a_retry_is_a_new_run_of_who_asked_for_it() {
        JobRun run = jobs.add("awin");
        jobs.change(run.id(), JobStatus.FAILED, 0, null, "gone");
        Answer answer = api.post("/runs/" + run.id() + "/retry");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("../" + answer.at("/id"));
        assertThat(answer.at("/requestedBy")).isEqualTo("ada");
        assertThat(answer.json().at("/parentId").asLong()).isEqualTo(run.id());
    }

    @Test
    void a_run_that_has_not_ended_is_not_retried() {
        assertProblem(api.post("/runs/" + jobs.add("awin").id() + "/retry"), 409, "conflict");
    }

    @Test
    void a_run_is_cancelled_once_and_that_is_no_problem_twice() {
        long id = jobs.add("awin").id();
        assertThat(api.post("/runs/" + id + "/cancel").at("/status")).isEqualTo("cancelled");
        assertThat(api.post("/runs/" + id + "/cancel").status()).isEqualTo(202);
    }

    @Test
    void a_run_that_has_ended_is_not_cancelled() {
        long id = jobs.add("awin").id();
        jobs.change(id, JobStatus.SUCCESS, 1, 1L, null);
        assertProblem(api.post("/runs/" + id + "/cancel"), 409, "conflict");
    }

    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/code")).isEqualTo(code);
        assertThat(answer.at("/type")).isEqualTo("urn:sync-tracker:errors#" + code);
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.at("/detail")).isNotBlank();
    }
}
