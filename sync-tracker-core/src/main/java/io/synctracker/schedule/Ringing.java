package io.synctracker.schedule;

import io.synctracker.job.JobTimerOwner;
import io.synctracker.job.JobTrigger;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers the timers of the schedules. The row decides: a ring that comes too early, or once more after it was answered,
 * does nothing, and of two processes that answer the same ring one enqueues.
 */
final class Ringing implements JobTimerOwner {

    private static final int PAGE = 500;

    private final ScheduleParts parts;
    private final ScheduleStore store;
    private final Pulls pulls;
    private final TransactionTemplate transactions;

    Ringing(ScheduleParts parts, ScheduleStore store, Pulls pulls) {
        this.parts = parts;
        this.store = store;
        this.pulls = pulls;
        this.transactions = new TransactionTemplate(parts.transactionManager());
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void ring(long id) {
        Instant now = parts.clock().instant();
        transactions.executeWithoutResult(status -> store.lock(id).ifPresent(stored -> fireIfDue(stored, now)));
    }

    private void fireIfDue(StoredSchedule stored, Instant now) {
        Schedule schedule = stored.schedule();
        Instant planned = schedule.nextFireAt();
        if (planned == null || planned.isAfter(now)) {
            return;
        }
        NextFiring next = NextFiring.of(schedule.draft());
        DayRuns runs = stored.runs().plusOneOn(next.dayOf(now));
        if (store.fired(schedule.id(), planned, next.after(now, planned, runs), runs)) {
            pulls.enqueue(schedule, planned, JobTrigger.SCHEDULE, schedule.owner(), false);
        }
    }

    @Override
    public Optional<Instant> next(long id) {
        return store.nextFireAt(id);
    }

    void heal() {
        for (Long last = null; ; ) {
            Long lastOfPage = healPage(last);
            if (lastOfPage == null) {
                return;
            }
            last = lastOfPage;
        }
    }

    private @Nullable Long healPage(@Nullable Long after) {
        return transactions.execute(status -> {
            Long last = null;
            for (StoredSchedule stored : store.list(after, PAGE)) {
                Schedule schedule = stored.schedule();
                last = schedule.id();
                if (schedule.nextFireAt() != null) {
                    parts.timers().set(last, schedule.nextFireAt());
                }
            }
            return last;
        });
    }
}
