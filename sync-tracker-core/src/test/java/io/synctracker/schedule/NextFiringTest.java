package io.synctracker.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When schedules fire around everything that clocks and calendars do. */
class NextFiringTest {

    private static final String HALF_PAST_TWO = "0 30 2 * * *";

    /** The zone, a moment before the change, and the two firings that follow it. */
    @ParameterizedTest
    @CsvSource({
        // 02:30 is not there: the first instant after the gap, and then 02:30 again.
        "Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z, 2026-03-30T00:30:00Z",
        "America/New_York, 2026-03-07T12:00:00Z, 2026-03-08T07:00:00Z, 2026-03-09T06:30:00Z",
        "Asia/Kolkata, 2026-03-28T12:00:00Z, 2026-03-28T21:00:00Z, 2026-03-29T21:00:00Z",
        // Lord Howe's clocks go by half an hour, from 02:00 to 02:30, which is there.
        "Australia/Lord_Howe, 2026-10-03T12:00:00Z, 2026-10-03T15:30:00Z, 2026-10-04T15:30:00Z",
        // 02:30 is there twice: the first of the two only.
        "Europe/Berlin, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "America/New_York, 2026-10-31T12:00:00Z, 2026-11-01T07:30:00Z, 2026-11-02T07:30:00Z",
        // A whole day is not there: its firing is on the first instant of the next.
        "Pacific/Apia, 2011-12-29T13:00:00Z, 2011-12-30T10:00:00Z, 2011-12-30T12:30:00Z",
    })
    void a_time_of_day_fires_once_a_day(ZoneId zone, Instant before, Instant first, Instant second) {
        assertThat(firings(new Cadence.Cron(HALF_PAST_TWO), zone, before, 2)).containsExactly(first, second);
        assertThat(firings(at(2, 30), zone, before, 2)).containsExactly(first, second);
    }

    @Test
    void a_time_that_comes_twice_does_not_fire_again_for_a_schedule_that_is_made_in_between() {
        Instant between = Instant.parse("2026-10-25T01:10:00Z");

        assertThat(firings(at(2, 30), ScheduleTest.BERLIN, between, 1))
                .containsExactly(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void all_times_in_a_gap_are_one_firing() {
        Instant before = Instant.parse("2026-03-29T00:50:00Z");

        assertThat(firings(new Cadence.Cron("0 */20 * * * *"), ScheduleTest.BERLIN, before, 3))
                .containsExactly(
                        Instant.parse("2026-03-29T01:00:00Z"),
                        Instant.parse("2026-03-29T01:20:00Z"),
                        Instant.parse("2026-03-29T01:40:00Z"));
    }

    @Test
    void an_interval_keeps_its_pace_when_clocks_change() {
        Instant before = Instant.parse("2026-10-25T00:30:00Z");

        assertThat(firings(CadencePreset.HOURLY.cadence(), ScheduleTest.BERLIN, before, 3))
                .containsExactly(before.plusSeconds(3600), before.plusSeconds(7200), before.plusSeconds(10800));
    }

    @Test
    void an_interval_is_counted_from_the_planned_time() {
        Instant planned = Instant.parse("2026-03-28T12:00:00Z");
        NextFiring next = new NextFiring(CadencePreset.HOURLY.cadence(), ScheduleTest.BERLIN, 0);

        assertThat(next.after(planned.plusSeconds(90), planned, DayRuns.NONE)).isEqualTo("2026-03-28T13:00:00Z");
        assertThat(next.after(planned.plusSeconds(7200), planned, DayRuns.NONE)).isEqualTo("2026-03-28T15:00:00Z");
    }

    @Test
    void a_leap_day_is_waited_for() {
        assertThat(firings(
                        new Cadence.Cron("0 0 0 29 2 *"),
                        ZoneId.of("Asia/Kolkata"),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        2))
                .containsExactly(Instant.parse("2028-02-28T18:30:00Z"), Instant.parse("2032-02-28T18:30:00Z"));
    }

    @Test
    void a_year_ends_at_midnight_of_the_zone() {
        assertThat(firings(at(0, 0), ZoneId.of("America/New_York"), Instant.parse("2026-12-31T12:00:00Z"), 1))
                .containsExactly(Instant.parse("2027-01-01T05:00:00Z"));
    }

    @Test
    void only_the_named_days_of_the_week_fire() {
        Cadence weekly = new Cadence.Weekly(
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.MONDAY), Set.of(LocalTime.of(8, 0), LocalTime.of(20, 0)));

        assertThat(firings(weekly, ZoneId.of("UTC"), Instant.parse("2026-03-28T08:00:00Z"), 4))
                .containsExactly(
                        Instant.parse("2026-03-28T20:00:00Z"),
                        Instant.parse("2026-03-30T08:00:00Z"),
                        Instant.parse("2026-03-30T20:00:00Z"),
                        Instant.parse("2026-04-04T08:00:00Z"));
    }

    @Test
    void one_day_and_one_time_of_the_week_come_back_a_week_later() {
        Cadence weekly = new Cadence.Weekly(Set.of(DayOfWeek.SATURDAY), Set.of(LocalTime.of(8, 0)));

        assertThat(firings(weekly, ZoneId.of("UTC"), Instant.parse("2026-03-28T08:00:00Z"), 1))
                .containsExactly(Instant.parse("2026-04-04T08:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29T22:00:00Z",
        "America/New_York, 2026-03-30T04:00:00Z",
        "Pacific/Apia, 2026-03-29T11:00:00Z",
        "Australia/Lord_Howe, 2026-03-29T13:00:00Z",
    })
    void a_day_that_is_used_up_ends_at_midnight_of_the_zone(ZoneId zone, Instant midnight) {
        Instant now = Instant.parse("2026-03-29T10:30:00Z");
        Cadence quarterly = new Cadence.Cron("0 0/15 * * * *");
        NextFiring next = new NextFiring(quarterly, zone, 3);

        assertThat(next.after(now, now, new DayRuns(next.dayOf(now), 3))).isEqualTo(midnight);
        assertThat(next.after(now, now, new DayRuns(next.dayOf(now), 2))).isEqualTo("2026-03-29T10:45:00Z");
    }

    @Test
    void a_used_up_day_that_is_followed_by_one_that_is_not_there_ends_with_it() {
        Instant now = Instant.parse("2011-12-29T13:00:00Z");
        NextFiring next = new NextFiring(new Cadence.Every(Duration.ofHours(1)), ZoneId.of("Pacific/Apia"), 1);

        assertThat(next.after(now, now, new DayRuns(LocalDate.of(2011, 12, 29), 1)))
                .isEqualTo("2011-12-30T10:00:00Z");
    }

    @Test
    void a_day_that_comes_back_after_midnight_is_still_used_up() {
        // At 00:01 of November 2nd, clocks went back to 23:01 of the 1st.
        ZoneId zone = ZoneId.of("America/St_Johns");
        Instant now = Instant.parse("2008-11-01T20:00:00Z");
        NextFiring next = new NextFiring(new Cadence.Every(Duration.ofMinutes(7)), zone, 1);

        Instant slot = next.after(now, now, new DayRuns(LocalDate.of(2008, 11, 1), 1));

        assertThat(next.dayOf(slot)).isEqualTo(LocalDate.of(2008, 11, 2));
    }

    private static Cadence at(int hour, int minute) {
        return new Cadence.Weekly(Set.of(), Set.of(LocalTime.of(hour, minute)));
    }

    private static List<Instant> firings(Cadence cadence, ZoneId zone, Instant from, int count) {
        NextFiring next = new NextFiring(cadence, zone, 0);
        List<Instant> firings = new ArrayList<>();
        for (Instant last = from; firings.size() < count; last = firings.get(firings.size() - 1)) {
            firings.add(next.after(last, last, DayRuns.NONE));
        }
        return firings;
    }
}
