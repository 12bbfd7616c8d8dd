package io.synctracker.autoconfigure;

import io.synctracker.connector.ConnectorEngine;
import io.synctracker.job.JobEngine;
import io.synctracker.job.JobFinished;
import io.synctracker.job.JobParts;
import io.synctracker.job.JobStore;
import io.synctracker.job.JobTimerOwner;
import io.synctracker.job.SyncJob;
import io.synctracker.job.SyncJobSource;
import io.synctracker.job.SyncJobs;
import io.synctracker.model.KeyRing;
import io.synctracker.notification.FailureNotifications;
import io.synctracker.schedule.ScheduleParts;
import io.synctracker.schedule.Schedules;
import io.synctracker.snapshot.Snapshots;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs work in the background, and by the clock. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    /** The jobs and their sources need the engine themselves, so they are asked for when it starts. */
    @Bean(destroyMethod = "close")
    JobEngine syncTrackerJobEngine(
            SyncTrackerDatabase database,
            SyncTrackerPersistence persistence,
            KeyRing keys,
            JobBeans beans,
            ApplicationEventPublisher publisher,
            ObjectProvider<Clock> clocks,
            SyncTrackerProperties properties) {
        JobStore store =
                new JobStore(database.dataSource(), persistence.transactionManager(), database.dialect(), keys);
        return JobEngine.of(new JobParts(
                store,
                () -> beans.jobs().orderedStream().toList(),
                () -> beans.sources().orderedStream().toList(),
                () -> Optional.ofNullable(beans.timerOwner().getIfUnique()),
                new RunEnds(beans::ends, publisher),
                clocks.getIfUnique(Clock::systemUTC),
                properties.jobs().settings()));
    }

    @Bean
    JobBeans syncTrackerJobBeans(
            ObjectProvider<SyncJob> jobs,
            ObjectProvider<SyncJobSource> sources,
            ObjectProvider<JobTimerOwner> timerOwner,
            ObjectProvider<Snapshots> snapshots,
            ObjectProvider<FailureNotifications> notifications) {
        return new JobBeans(jobs, sources, timerOwner, snapshots, notifications);
    }

    /**
     * Who knows jobs and timers, and who is told of ends.
     *
     * @param jobs the application's jobs
     * @param sources who knows more
     * @param timerOwner whose timers ring
     * @param snapshots is told of ends
     * @param notifications tells people of ends
     */
    record JobBeans(
            ObjectProvider<SyncJob> jobs,
            ObjectProvider<SyncJobSource> sources,
            ObjectProvider<JobTimerOwner> timerOwner,
            ObjectProvider<Snapshots> snapshots,
            ObjectProvider<FailureNotifications> notifications) {

        List<Consumer<JobFinished>> ends() {
            return List.of(
                    end -> snapshots.ifAvailable(each -> each.finished(end)),
                    end -> notifications.ifAvailable(each -> each.on(end)));
        }
    }

    @Bean
    @ConditionalOnMissingBean
    SyncJobs syncTrackerJobs(JobEngine engine) {
        return engine.jobs();
    }

    @Bean
    ScheduleParts syncTrackerScheduleParts(
            SyncTrackerDatabase database,
            SyncTrackerPersistence persistence,
            ConnectorEngine connectors,
            JobEngine engine,
            ObjectProvider<Clock> clocks) {
        return new ScheduleParts(
                database.dataSource(),
                persistence.transactionManager(),
                database.dialect(),
                connectors.connections(),
                engine.timers(),
                clocks.getIfUnique(Clock::systemUTC));
    }

    @Bean
    @ConditionalOnMissingBean
    Schedules syncTrackerSchedules(ScheduleParts parts) {
        return parts.schedules();
    }

    @Bean
    JobTimerOwner syncTrackerTimerOwner(ScheduleParts parts) {
        return parts.timerOwner();
    }

    @Bean
    JobLifecycle syncTrackerJobLifecycle(
            JobEngine engine, ConnectorEngine connectors, ScheduleParts schedules, SyncTrackerProperties properties) {
        return new JobLifecycle(engine, connectors, schedules, properties.jobs().enabled());
    }

    @Bean
    CleanupLifecycle syncTrackerJobCleanupLifecycle(SyncJobs jobs, SyncTrackerProperties properties) {
        return new CleanupLifecycle(properties.jobs().cleanup(), jobs::cleanup);
    }
}
