package io.synctracker.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An engine whose crank is turned by hand, as one process of several. */
final class Node {

    private final JobEngine engine;
    private @Nullable ManualScheduler scheduler;

    Node(JobParts parts) {
        engine = new DefaultJobEngine(parts, this::make);
        engine.start();
    }

    private Scheduler make(JobParts parts, List<Task<?>> tasks) {
        SettableClock clock = new SettableClock() {
            @Override
            public Instant now() {
                return parts.clock().instant();
            }
        };
        TestHelper.ManualSchedulerBuilder builder =
                TestHelper.createManualScheduler(Schedulers.joining(parts), new ArrayList<>(tasks));
        builder.clock(clock);
        Schedulers.configured(builder, parts);
        ManualScheduler made = builder.build();
        scheduler = made;
        return made;
    }

    JobEngine engine() {
        return engine;
    }

    SyncJobs jobs() {
        return engine.jobs();
    }

    JobTimers timers() {
        return engine.timers();
    }

    /** Runs what is due now, and what that makes due. */
    void turn() {
        for (int i = 0; i < 5; i++) {
            Objects.requireNonNull(scheduler).runAnyDueExecutions();
        }
    }

    /** Looks for alarms that nobody has told of for a while. */
    void findDead() {
        Objects.requireNonNull(scheduler).runDeadExecutionDetection();
    }
}
