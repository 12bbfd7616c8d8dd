package io.synctracker.job;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;

/**
 * What a {@link JobEngine} is made of. The jobs, their sources and the owner of the timers are asked for late, for most
 * of them need the engine themselves.
 *
 * @param store where runs are kept
 * @param jobs the jobs there are; asked once
 * @param sources who knows more jobs; asked each time
 * @param timerOwner whose timers ring; asked each time, and no timer rings before there is one
 * @param publisher is told of runs that have ended, after the commit
 * @param clock tells the time; those of all processes must agree to a few seconds
 * @param settings how the jobs are run
 */
public record JobParts(
        JobStore store,
        Supplier<List<SyncJob>> jobs,
        Supplier<List<SyncJobSource>> sources,
        Supplier<Optional<JobTimerOwner>> timerOwner,
        ApplicationEventPublisher publisher,
        Clock clock,
        JobSettings settings) {}
