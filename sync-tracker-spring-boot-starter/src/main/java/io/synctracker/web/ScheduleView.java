package io.synctracker.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.synctracker.schedule.Schedule;
import io.synctracker.schedule.ScheduleDraft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is shown; what can be changed of it has the names of {@link ScheduleForm}.
 *
 * @param id its number
 * @param name what people call it
 * @param connections the connections to pull
 * @param stream one stream of each, or {@code null} for all
 * @param cadence how often
 * @param zone whose days and times they are
 * @param range which days are asked for
 * @param maxRunsPerDay how often it fires on one day at most; 0 for no limit
 * @param enabled whether it fires
 * @param owner who made it
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param lastFiredAt the planned time of its last firing
 * @param nextFireAt when it fires next
 * @param runsToday how often it has fired on this day of its zone
 * @param nextFirings the next five times, where one schedule is asked for
 */
record ScheduleView(
        long id,
        String name,
        List<String> connections,
        @Nullable String stream,
        CadenceForm cadence,
        String zone,
        RangeForm range,
        int maxRunsPerDay,
        boolean enabled,
        @Nullable String owner,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastFiredAt,
        @Nullable Instant nextFireAt,
        int runsToday,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Instant> nextFirings) {

    static ScheduleView of(Schedule schedule) {
        return of(schedule, null);
    }

    static ScheduleView of(Schedule schedule, @Nullable List<Instant> nextFirings) {
        ScheduleDraft draft = schedule.draft();
        return new ScheduleView(
                schedule.id(),
                draft.name(),
                draft.connections(),
                draft.stream(),
                CadenceForm.of(draft.cadence()),
                draft.zone().getId(),
                RangeForm.of(draft.range()),
                draft.maxRunsPerDay(),
                draft.enabled(),
                schedule.owner(),
                schedule.createdAt(),
                schedule.updatedAt(),
                schedule.lastFiredAt(),
                schedule.nextFireAt(),
                schedule.runsToday(),
                nextFirings);
    }
}
