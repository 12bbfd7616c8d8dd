package io.synctracker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.job.JobFilter;
import io.synctracker.job.JobStatus;
import io.synctracker.testing.ApiClient;
import io.synctracker.testing.ApiClient.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;

class RunExportTest extends ApiHost {

    @Test
    void runs_are_exported_with_a_header_and_quotes() {
        jobs.add("awin");
        jobs.change(jobs.add("tradedoubler").id(), JobStatus.FAILED, 1, 2L, "the \"shop\", ü");
        Answer answer = api.get("/runs.csv?status=failed");
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).contains("runs.csv");
        assertThat(answer.text().lines()).hasSize(2);
        assertThat(answer.text())
                .startsWith("\"id\",\"service\"")
                .contains("\"tradedoubler\",\"pull\",\"failed\"")
                .endsWith("\"the \"\"shop\"\", ü\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D1+1"})
    void a_formula_becomes_text(String formula) {
        assertThat(RunExport.cell(formula)).isEqualTo("\"'" + formula + "\"");
    }

    @Test
    void a_number_is_no_formula() {
        assertThat(RunExport.cell(-1L)).isEqualTo("\"-1\"");
        assertThat(RunExport.cell("a-1")).isEqualTo("\"a-1\"");
        assertThat(RunExport.cell(null)).isEqualTo("\"\"");
    }

    @Test
    void everything_is_exported_page_by_page() throws IOException {
        add(1201);
        int before = jobs.lists.get();
        assertThat(exported(100_000)).hasSize(1202).doesNotHaveDuplicates();
        assertThat(jobs.lists.get() - before).isEqualTo(3);
    }

    @Test
    void an_export_ends_at_its_limit() throws IOException {
        add(700);
        assertThat(exported(600)).hasSize(601);
    }

    @Test
    void an_export_that_breaks_off_is_not_taken_for_a_whole_one() {
        add(600);
        jobs.onlyOnePage = true;
        assertThatThrownBy(() -> api.get("/runs.csv")).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void a_filter_that_is_wrong_is_a_problem_and_no_broken_file() {
        RunApiTest.assertProblem(api.get("/runs.csv?status=unheard"), 400, "invalid-parameter");
    }

    @Test
    void a_setting_limits_the_export() {
        try (ConfigurableApplicationContext host =
                host().set("sync-tracker.web.export-limit=1").start()) {
            host.getBean(MemoryJobs.class).add("awin");
            host.getBean(MemoryJobs.class).add("awin");
            assertThat(new ApiClient(host).get("/runs.csv").text().lines()).hasSize(2);
        }
    }

    private static void add(int runs) {
        for (int i = 0; i < runs; i++) {
            jobs.add("awin");
        }
    }

    private static List<String> exported(int limit) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new RunExport(jobs, limit).write(JobFilter.ALL, response);
        return response.getContentAsString().lines().toList();
    }
}
