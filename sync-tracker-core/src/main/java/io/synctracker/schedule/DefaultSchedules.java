package io.synctracker.schedule;

import static java.util.Objects.requireNonNull;

import io.synctracker.SyncTrackerException;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobTrigger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a schedule's row and its timer in step: both are written in one transaction. */
final class DefaultSchedules implements Schedules {

    private static final int MAX_LIMIT = 1000;
    private static final int MAX_PREVIEW = 100;

    private final ScheduleParts parts;
    private final ScheduleStore store;
    private final Pulls pulls;
    private final DraftCheck check;
    private final Clock clock;
    private final TransactionTemplate transactions;

    DefaultSchedules(ScheduleParts parts, ScheduleStore store, Pulls pulls) {
        this.parts = parts;
        this.store = store;
        this.pulls = pulls;
        this.check = new DraftCheck(parts.connections());
        this.clock = parts.clock();
        this.transactions = new TransactionTemplate(parts.transactionManager());
    }

    @Override
    public Schedule create(ScheduleDraft draft, @Nullable String owner) {
        check.check(draft);
        // To the second, for people read what is counted from it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant next = draft.enabled() ? NextFiring.of(draft).after(now, now, DayRuns.NONE) : null;
        return joined(() -> {
            refuseTaken(draft.name(), null);
            long id = store.insert(draft, owner, clock.instant(), next);
            return timed(id, next);
        });
    }

    @Override
    public Schedule update(long id, ScheduleDraft draft) {
        check.check(draft);
        return joined(() -> change(lock(id), draft));
    }

    @Override
    public Schedule enable(long id, boolean enabled) {
        return joined(() -> {
            StoredSchedule stored = lock(id);
            ScheduleDraft old = stored.schedule().draft();
            ScheduleDraft draft = new ScheduleDraft(
                    old.name(),
                    old.connections(),
                    old.stream(),
                    old.cadence(),
                    old.zone(),
                    old.range(),
                    old.maxRunsPerDay(),
                    enabled);
            return change(stored, draft);
        });
    }

    private Schedule change(StoredSchedule stored, ScheduleDraft draft) {
        long id = stored.schedule().id();
        refuseTaken(draft.name(), id);
        Instant next = stored.nextWith(draft, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        store.update(stored.schedule(), draft, clock.instant(), next);
        return timed(id, next);
    }

    private Schedule timed(long id, @Nullable Instant next) {
        if (next == null) {
            parts.timers().remove(id);
        } else {
            parts.timers().set(id, next);
        }
        return find(id).orElseThrow(() -> new UnknownScheduleException(id));
    }

    @Override
    public void delete(long id) {
        transactions.executeWithoutResult(status -> {
            store.delete(lock(id).schedule());
            parts.timers().remove(id);
        });
    }

    @Override
    public Optional<Schedule> find(long id) {
        return store.find(id).map(this::seen);
    }

    @Override
    public Optional<Schedule> find(String name) {
        return store.find(name).map(this::seen);
    }

    @Override
    public List<Schedule> list(@Nullable Long after, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new SyncTrackerException(
                    "A page cannot have " + limit + " schedules. Ask for 1 to " + MAX_LIMIT + ".");
        }
        return store.list(after, limit).stream().map(this::seen).toList();
    }

    @Override
    public List<JobRun> runNow(long id, @Nullable String by, JobTrigger trigger, boolean force) {
        return joined(() -> {
            Schedule schedule = store.find(id)
                    .orElseThrow(() -> new UnknownScheduleException(id))
                    .schedule();
            List<JobRun> runs = pulls.enqueue(schedule, clock.instant(), trigger, by, force);
            if (runs.isEmpty()) {
                throw new InvalidScheduleException(
                        "The schedule '" + schedule.draft().name()
                                + "' has no connection that can be pulled. Enable one of "
                                + String.join(", ", schedule.draft().connections()) + ", or name another one.");
            }
            return runs;
        });
    }

    @Override
    public List<Instant> nextFirings(ScheduleDraft draft, int count) {
        if (count < 1 || count > MAX_PREVIEW) {
            throw new SyncTrackerException(
                    "Cannot tell " + count + " firings of a schedule. Ask for 1 to " + MAX_PREVIEW + ".");
        }
        check.check(draft);
        NextFiring next = NextFiring.of(draft);
        List<Instant> firings = new ArrayList<>();
        DayRuns runs = DayRuns.NONE;
        Instant last = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        for (Instant firing = next.after(last, last, runs); firing != null; firing = next.after(firing, firing, runs)) {
            firings.add(firing);
            runs = runs.plusOneOn(next.dayOf(firing));
            if (firings.size() == count) {
                break;
            }
        }
        return firings;
    }

    private Schedule seen(StoredSchedule stored) {
        return stored.at(clock.instant());
    }

    private StoredSchedule lock(long id) {
        return store.lock(id).orElseThrow(() -> new UnknownScheduleException(id));
    }

    private void refuseTaken(String name, @Nullable Long own) {
        if (store.find(name)
                .filter(other -> own == null || other.schedule().id() != own)
                .isPresent()) {
            throw ScheduleStore.taken(name);
        }
    }

    private <R> R joined(Supplier<R> work) {
        return requireNonNull(transactions.execute(status -> work.get()));
    }
}
