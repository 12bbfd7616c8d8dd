package io.synctracker.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** The dates and times of day at which a cadence fires, whatever the clocks of a zone do. Immutable. */
final class LocalSlots {

    private static final int DAYS_OF_WEEK = 7;

    private final UnaryOperator<@Nullable LocalDateTime> next;

    private LocalSlots(UnaryOperator<@Nullable LocalDateTime> next) {
        this.next = next;
    }

    /**
     * Returns the slots of a cadence that is no interval.
     *
     * @throws IllegalArgumentException if it is a cron expression that cannot be read
     */
    static LocalSlots of(Cadence cadence) {
        if (cadence instanceof Cadence.Cron cron) {
            CronExpression expression = CronExpression.parse(cron.expression());
            return new LocalSlots(time -> time == null ? null : expression.next(time));
        }
        Cadence.Weekly weekly = (Cadence.Weekly) cadence;
        List<LocalTime> times = weekly.times().stream().sorted().toList();
        return new LocalSlots(time -> time == null ? null : next(weekly, times, time));
    }

    /** Returns the first slot after a time, or {@code null} if there is none. */
    @Nullable
    LocalDateTime after(LocalDateTime time) {
        return next.apply(time);
    }

    private static @Nullable LocalDateTime next(Cadence.Weekly weekly, List<LocalTime> times, LocalDateTime after) {
        for (int ahead = 0; ahead <= DAYS_OF_WEEK; ahead++) {
            LocalDate day = after.toLocalDate().plusDays(ahead);
            if (weekly.days().isEmpty() || weekly.days().contains(day.getDayOfWeek())) {
                for (LocalTime time : times) {
                    if (day.atTime(time).isAfter(after)) {
                        return day.atTime(time);
                    }
                }
            }
        }
        return null;
    }
}
