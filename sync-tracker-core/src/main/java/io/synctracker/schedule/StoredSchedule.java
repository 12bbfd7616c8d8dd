package io.synctracker.schedule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A schedule with what is counted of it. */
record StoredSchedule(Schedule schedule, DayRuns runs) {

    /** Returns it as it is seen at a moment. */
    Schedule at(Instant now) {
        return new Schedule(
                schedule.id(),
                schedule.draft(),
                schedule.owner(),
                schedule.createdAt(),
                schedule.updatedAt(),
                schedule.lastFiredAt(),
                schedule.nextFireAt(),
                runs.on(NextFiring.of(schedule.draft()).dayOf(now)));
    }

    /**
     * Returns when it fires next if it becomes what a draft says. What keeps its cadence keeps its pace; an interval that
     * is new begins now.
     */
    @Nullable
    Instant nextWith(ScheduleDraft draft, Instant now) {
        if (!draft.enabled()) {
            return null;
        }
        ScheduleDraft old = schedule.draft();
        boolean samePace = old.cadence().equals(draft.cadence()) && old.zone().equals(draft.zone());
        Instant planned = schedule.nextFireAt();
        NextFiring next = NextFiring.of(draft);
        if (samePace && planned != null) {
            // Also if it is due already: a firing must not be lost because of a change of the name.
            return next.after(planned.minusNanos(1), planned, runs);
        }
        Instant last = schedule.lastFiredAt();
        return next.after(now, samePace && last != null ? last : now, runs);
    }
}
