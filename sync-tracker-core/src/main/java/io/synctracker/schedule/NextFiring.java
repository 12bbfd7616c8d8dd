package io.synctracker.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out when a schedule fires, from what it is given and nothing else. Immutable.
 *
 * <p>Days and times are those of the zone. A time that a day does not have, as clocks are put forward, is the first
 * instant after the gap. A time that a day has twice, as clocks are put back, is the first of the two only.
 */
final class NextFiring {

    private final Cadence cadence;
    private final ZoneId zone;
    private final int maxRunsPerDay;
    private final @Nullable LocalSlots slots;

    /**
     * Prepares.
     *
     * @throws IllegalArgumentException if the cadence is a cron expression that cannot be read
     */
    NextFiring(Cadence cadence, ZoneId zone, int maxRunsPerDay) {
        this.cadence = cadence;
        this.zone = zone;
        this.maxRunsPerDay = maxRunsPerDay;
        this.slots = cadence instanceof Cadence.Every ? null : LocalSlots.of(cadence);
    }

    static NextFiring of(ScheduleDraft draft) {
        return new NextFiring(draft.cadence(), draft.zone(), draft.maxRunsPerDay());
    }

    /**
     * Returns the first slot after a moment that is not on a day whose runs are used up. What was missed before the
     * moment stays missed, so that it becomes one run.
     *
     * @param moment the moment
     * @param anchor a slot that an interval is counted from, such as the planned time of the last firing
     * @param runs how often it has fired on which day
     * @return {@code null} if there is no such slot
     */
    @Nullable
    Instant after(Instant moment, Instant anchor, DayRuns runs) {
        Instant slot = slotAfter(moment, anchor);
        while (slot != null && usedUp(slot, runs)) {
            Instant nextDay = dayOf(slot).plusDays(1).atStartOfDay(zone).toInstant();
            // A day can come back for an hour, where clocks are put back at midnight: never look at the same slot
            // twice.
            slot = nextDay.isAfter(slot) ? slotAfter(nextDay.minusNanos(1), anchor) : slotAfter(slot, anchor);
        }
        return slot;
    }

    private boolean usedUp(Instant slot, DayRuns runs) {
        return maxRunsPerDay > 0 && runs.on(dayOf(slot)) >= maxRunsPerDay;
    }

    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private @Nullable Instant slotAfter(Instant moment, Instant anchor) {
        if (slots == null) {
            return everyAfter(moment, anchor, ((Cadence.Every) cadence).interval());
        }
        LocalDateTime local = slots.after(LocalDateTime.ofInstant(moment, zone));
        while (local != null && !instant(local).isAfter(moment)) {
            local = slots.after(local);
        }
        return local == null ? null : instant(local);
    }

    private static Instant everyAfter(Instant moment, Instant anchor, Duration interval) {
        return moment.isBefore(anchor)
                ? anchor
                : anchor.plus(
                        interval.multipliedBy(Duration.between(anchor, moment).dividedBy(interval) + 1));
    }

    private Instant instant(LocalDateTime local) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? rules.getTransition(local).getInstant() : local.toInstant(offsets.get(0));
    }
}
