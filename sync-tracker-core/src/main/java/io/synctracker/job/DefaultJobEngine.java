package io.synctracker.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An engine over db-scheduler, which is made anew for every start, since it cannot be started twice. */
final class DefaultJobEngine implements JobEngine {

    private static final Duration LONGEST_GRACE = Duration.ofSeconds(5);

    private final JobParts parts;
    private final Schedulers schedulers;
    private final Workshop workshop;
    private final SyncJobs jobs;
    private final JobTimers timers;
    private final List<Task<?>> tasks;
    private volatile @Nullable Scheduler scheduler;
    private volatile boolean goingDown;

    DefaultJobEngine(JobParts parts, Schedulers schedulers) {
        this.parts = parts;
        this.schedulers = schedulers;
        Alarms alarms = new Alarms(Schedulers.client(parts, List.of()));
        workshop = new Workshop(parts, alarms, new Workshop.Bell(this::ring, this::isRunning));
        jobs = new DefaultSyncJobs(workshop);
        timers = new DefaultJobTimers(workshop);
        Duration grace = parts.settings().shutdownTimeout();
        JobCall calls = new JobCall(grace.compareTo(LONGEST_GRACE) < 0 ? grace : LONGEST_GRACE);
        tasks = new AlarmTasks(
                        workshop,
                        new RunWorker(workshop, calls, () -> goingDown),
                        new TimerRing(workshop, parts.timerOwner()))
                .all();
    }

    private void ring() {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public SyncJobs jobs() {
        return jobs;
    }

    @Override
    public JobTimers timers() {
        return timers;
    }

    @Override
    public SensitiveKeys sensitiveKeys() {
        return workshop.sensitive();
    }

    @Override
    public synchronized void start() {
        if (scheduler != null) {
            return;
        }
        workshop.catalog().load();
        goingDown = false;
        Scheduler made = schedulers.make(parts, tasks);
        made.start();
        scheduler = made;
    }

    @Override
    public synchronized void stop() {
        Scheduler running = scheduler;
        if (running == null) {
            return;
        }
        goingDown = true;
        running.stop();
        scheduler = null;
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public void close() {
        stop();
    }
}
