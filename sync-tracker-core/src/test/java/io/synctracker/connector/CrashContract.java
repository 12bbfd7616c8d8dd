package io.synctracker.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.synctracker.job.JobAttempt;
import io.synctracker.job.JobEngine;
import io.synctracker.job.JobFilter;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobStatus;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Until;
import io.synctracker.testing.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed in the middle of a page, and another one goes on. */
abstract class CrashContract extends PullTest {

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    CrashContract(Vendor vendor) {
        super(vendor);
    }

    @Test
    void a_pull_whose_process_is_killed_in_a_page_loses_nothing_and_does_nothing_twice(@TempDir Path folder)
            throws Exception {
        kill(folder);
        assertThat(productNames()).containsExactly("a", "b");

        FakeSystem same = DoomedProcess.sixProducts();
        JobRun run = finish(
                same,
                products()
                        .withMapper((record, product) ->
                                product.name = (String) record.attributes().get("name")));

        assertThat(run.status()).isEqualTo(JobStatus.SUCCESS);
        assertThat(run.counts()).containsEntry("created", 6L).hasSize(1);
        assertThat(productNames()).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(host.log("erp")).hasSize(6);
        assertThat(same.asked).extracting(FetchRequest::checkpoint).containsExactly("2", "4");
    }

    private void kill(Path folder) throws IOException, InterruptedException {
        HikariDataSource dataSource = (HikariDataSource) host.dataSource();
        Path signal = folder.resolve("reached");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        CLASS_PATH,
                        DoomedProcess.class.getName(),
                        dataSource.getJdbcUrl(),
                        dataSource.getUsername(),
                        signal.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("DOOMED_PASSWORD", dataSource.getPassword());
        Process process = builder.start();
        try {
            Until.holds(() -> Files.exists(signal) || !process.isAlive());
            assertThat(signal).as(Files.readString(folder.resolve("log"))).exists();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private JobRun finish(FakeSystem system, StreamBinding<Zoo.Product> binding) {
        AtomicReference<ConnectorEngine> connectors = new AtomicReference<>();
        try (JobEngine jobs = Pulling.jobs(host, connectors::get, "other")) {
            connectors.set(Pulling.engine(host, system, List.of(binding), () -> jobs));
            jobs.start();
            Until.holds(() -> jobs.jobs().list(JobFilter.ALL).get(0).status().finished());
            JobRun run = jobs.jobs().list(JobFilter.ALL).get(0);
            assertThat(jobs.jobs().attempts(run.id()))
                    .extracting(JobAttempt::outcome)
                    .containsExactly("lost", "succeeded");
            return run;
        }
    }
}
