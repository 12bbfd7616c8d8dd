package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Until;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A process that is killed in the middle of a page leaves a run that another one goes on with, and nothing by halves. */
abstract class KilledContract extends JobTest {

    KilledContract(Vendor vendor) {
        super(vendor);
    }

    private Process startChild() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx160m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledChild.class.getName(),
                        database().url(),
                        database().user(),
                        database().password())
                .redirectErrorStream(true)
                .start();
    }

    /** Starts a child, lets it go to the middle of a page, and kills it. */
    private void killInTheMiddle() throws IOException, InterruptedException {
        Process child = startChild();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder said = new StringBuilder();
            String line = out.readLine();
            while (line != null && !line.contains("STANDING")) {
                said.append(line).append('\n');
                line = out.readLine();
            }
            assertThat(line).as(said.toString()).isNotNull();
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
    }

    @Test
    void its_run_is_revived_on_another_process_where_it_stopped() throws Exception {
        jdbc.update("delete from sync_targets");
        JobParts parts = parts("parent", Clock.systemUTC(), KEYS);
        try (JobEngine engine = JobEngine.of(new JobParts(
                parts.store(),
                parts.jobs(),
                parts.sources(),
                parts.timerOwner(),
                parts.publisher(),
                parts.clock(),
                KilledChild.settings("parent")))) {
            JobRun run = engine.jobs().enqueue(SYNC.withKey("crm", Overlap.WAIT));
            killInTheMiddle();
            sync.does(job -> JobOutcome.succeeded(
                    Map.of("from", Objects.requireNonNull(job.position("page").orElse("none")))));
            engine.start();
            Until.holds(() -> now(run).status() == JobStatus.SUCCESS);

            assertThat(now(run).result()).containsEntry("from", "1");
            assertThat(jobs().attempts(run.id()))
                    .extracting(JobAttempt::outcome)
                    .containsExactly("lost", "succeeded");
            assertThat(jobs().attempts(run.id())).extracting(JobAttempt::node).containsExactly("child", "parent");
            assertThat(jdbc.queryForList("select system_name from sync_targets", String.class))
                    .containsExactly("page-1");
        }
    }
}
