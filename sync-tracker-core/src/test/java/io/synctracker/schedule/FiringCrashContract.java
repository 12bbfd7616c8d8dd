package io.synctracker.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed in the middle of a firing, and the timer rings in another one. */
abstract class FiringCrashContract extends ScheduleTest {

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    FiringCrashContract(Vendor vendor) {
        super(vendor);
    }

    @Test
    void a_firing_whose_process_is_killed_happens_once_in_another(@TempDir Path folder) throws Exception {
        Schedule made = schedules.create(every(Duration.ofHours(1)), null);
        clock.set("2026-03-28T13:00:00Z");

        kill(folder, made.id(), "2026-03-28T13:00:00Z");
        assertThat(fleet.pulls()).isEmpty();
        timers.ring(made.id());
        timers.ring(made.id());

        assertThat(fleet.pulls()).hasSize(2);
        assertThat(schedules.find(made.id()).orElseThrow().runsToday()).isEqualTo(1);
    }

    private void kill(Path folder, long id, String time) throws IOException, InterruptedException {
        HikariDataSource dataSource = (HikariDataSource) depot.dataSource();
        Path signal = folder.resolve("reached");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        CLASS_PATH,
                        DoomedFiring.class.getName(),
                        dataSource.getJdbcUrl(),
                        dataSource.getUsername(),
                        signal.toString(),
                        String.valueOf(id),
                        time))
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
}
