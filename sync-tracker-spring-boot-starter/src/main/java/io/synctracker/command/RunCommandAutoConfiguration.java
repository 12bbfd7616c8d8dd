package io.synctracker.command;

import io.synctracker.autoconfigure.SyncTrackerAutoConfiguration;
import io.synctracker.connector.Connections;
import io.synctracker.job.SyncJobs;
import io.synctracker.schedule.Schedules;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Does the run that {@code --sync-tracker.run} names, and ends the process. */
@AutoConfiguration(after = SyncTrackerAutoConfiguration.class)
@ConditionalOnProperty(RunEnvironment.RUN)
@ConditionalOnBean({SyncJobs.class, Connections.class, Schedules.class})
public final class RunCommandAutoConfiguration {

    private static final String FORCE = "force";

    RunCommandAutoConfiguration() {}

    @Bean
    RunCommand syncTrackerRunCommand(
            SyncJobs jobs,
            Connections connections,
            Schedules schedules,
            Environment environment,
            ApplicationArguments arguments,
            ApplicationContext context) {
        RunRequest request =
                new RunRequest(environment.getRequiredProperty(RunEnvironment.RUN), arguments.containsOption(FORCE));
        return new RunCommand(
                request,
                jobs,
                connections,
                schedules,
                code -> System.exit(SpringApplication.exit(context, () -> code)));
    }
}
