package io.synctracker.web;

import io.synctracker.connector.Connections;
import io.synctracker.connector.PullRequest;
import io.synctracker.connector.UnknownConnectionException;
import io.synctracker.job.JobRun;
import io.synctracker.job.JobTrigger;
import io.synctracker.schedule.Cadence;
import io.synctracker.schedule.InvalidScheduleException;
import io.synctracker.schedule.Schedule;
import io.synctracker.schedule.ScheduleDraft;
import io.synctracker.schedule.Schedules;
import io.synctracker.schedule.UnknownScheduleException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Schedules in memory, that fire every hour whatever their cadence. */
final class MemorySchedules implements Schedules {

    private final TreeMap<Long, Schedule> schedules = new TreeMap<>();
    private final Connections connections;

    MemorySchedules(Connections connections) {
        this.connections = connections;
    }

    void clear() {
        schedules.clear();
    }

    @Override
    public Schedule create(ScheduleDraft draft, String owner) {
        return put(schedules.isEmpty() ? 1 : schedules.lastKey() + 1, draft, owner);
    }

    private Schedule put(long id, ScheduleDraft draft, String owner) {
        draft.connections().stream()
                .filter(name -> connections.find(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw new UnknownConnectionException(name, List.of());
                });
        nextFirings(draft, 1);
        Schedule schedule = new Schedule(
                id,
                draft,
                owner,
                MemoryJobs.START,
                MemoryJobs.START,
                null,
                draft.enabled() ? MemoryJobs.START : null,
                0);
        schedules.put(id, schedule);
        return schedule;
    }

    @Override
    public Schedule update(long id, ScheduleDraft draft) {
        return put(id, draft, known(id).owner());
    }

    @Override
    public void delete(long id) {
        schedules.remove(known(id).id());
    }

    @Override
    public Schedule enable(long id, boolean enabled) {
        ScheduleDraft draft = known(id).draft();
        return update(
                id,
                new ScheduleDraft(
                        draft.name(),
                        draft.connections(),
                        draft.stream(),
                        draft.cadence(),
                        draft.zone(),
                        draft.range(),
                        draft.maxRunsPerDay(),
                        enabled));
    }

    @Override
    public Optional<Schedule> find(long id) {
        return Optional.ofNullable(schedules.get(id));
    }

    @Override
    public Optional<Schedule> find(String name) {
        return schedules.values().stream()
                .filter(schedule -> schedule.draft().name().equals(name))
                .findFirst();
    }

    @Override
    public List<Schedule> list(Long after, int limit) {
        return schedules.tailMap(after == null ? 0 : after, false).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<JobRun> runNow(long id, String by, JobTrigger trigger, boolean force) {
        return known(id).draft().connections().stream()
                .map(name -> connections.pull(
                        PullRequest.of(name).withTrigger(trigger, by).forSchedule(id)))
                .toList();
    }

    @Override
    public List<Instant> nextFirings(ScheduleDraft draft, int count) {
        if (draft.cadence() instanceof Cadence.Cron cron && cron.expression().contains("30 2")) {
            throw new InvalidScheduleException(
                    "The schedule '" + draft.name() + "' can never fire: there is no 30 February.");
        }
        return Stream.iterate(MemoryJobs.START, at -> at.plus(Duration.ofHours(1)))
                .limit(count)
                .toList();
    }

    private Schedule known(long id) {
        return find(id).orElseThrow(() -> new UnknownScheduleException(id));
    }
}
