package io.synctracker.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncTrackerException;
import io.synctracker.connector.FetchWindow;
import io.synctracker.schedule.DateRange.Preset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DateRangeTest {

    @ParameterizedTest
    @CsvSource({
        // The last second of March 28th in Berlin, and the first of the 29th, on which clocks go forward.
        "TODAY, Europe/Berlin, 2026-03-28T22:59:59Z, 2026-03-28, 2026-03-28",
        "TODAY, Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29, 2026-03-29",
        "YESTERDAY, Europe/Berlin, 2026-03-29T22:00:00Z, 2026-03-29, 2026-03-29",
        "YESTERDAY, America/New_York, 2026-03-29T03:59:59Z, 2026-03-27, 2026-03-27",
        "LAST_7_DAYS, Europe/Berlin, 2026-01-03T12:00:00Z, 2025-12-28, 2026-01-03",
        "LAST_7_DAYS, Pacific/Apia, 2012-01-02T12:00:00Z, 2011-12-28, 2012-01-03",
        "LAST_30_DAYS, Asia/Kolkata, 2028-03-01T18:30:00Z, 2028-02-02, 2028-03-02",
        "CURRENT_MONTH, Europe/Berlin, 2026-12-31T22:59:59Z, 2026-12-01, 2026-12-31",
        "CURRENT_MONTH, Europe/Berlin, 2026-12-31T23:00:00Z, 2027-01-01, 2027-01-01",
        "PREVIOUS_MONTH, Europe/Berlin, 2026-12-31T23:00:00Z, 2026-12-01, 2026-12-31",
        "PREVIOUS_MONTH, America/New_York, 2028-03-31T12:00:00Z, 2028-02-01, 2028-02-29",
        "PREVIOUS_MONTH, Australia/Lord_Howe, 2026-03-31T12:59:59Z, 2026-02-01, 2026-02-28",
    })
    void a_range_moves_with_the_days_of_its_zone(Preset preset, ZoneId zone, Instant at, LocalDate from, LocalDate to) {
        assertThat(DateRange.of(preset).window(at, zone)).isEqualTo(new FetchWindow(from, to, zone));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29T12:00:00Z, 23, 2026-03-28T23:00:00Z",
        "Europe/Berlin, 2026-10-25T12:00:00Z, 25, 2026-10-24T22:00:00Z",
        "America/New_York, 2026-11-01T12:00:00Z, 25, 2026-11-01T04:00:00Z",
        "Asia/Kolkata, 2026-03-29T12:00:00Z, 24, 2026-03-28T18:30:00Z",
    })
    void a_day_is_as_long_as_clocks_make_it(ZoneId zone, Instant at, int hours, Instant start) {
        FetchWindow window = DateRange.of(Preset.TODAY).window(at, zone);

        assertThat(window.start()).isEqualTo(start);
        assertThat(Duration.between(window.start(), window.end())).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void a_day_of_lord_howe_is_half_an_hour_shorter_in_spring() {
        FetchWindow window = DateRange.of(Preset.TODAY)
                .window(Instant.parse("2026-10-04T00:00:00Z"), ZoneId.of("Australia/Lord_Howe"));

        assertThat(Duration.between(window.start(), window.end())).isEqualTo(Duration.ofMinutes(23 * 60 + 30));
    }

    @Test
    void a_day_that_is_not_there_is_as_long_as_nothing() {
        LocalDate skipped = LocalDate.of(2011, 12, 30);
        FetchWindow window = DateRange.custom(skipped, skipped).window(Instant.EPOCH, ZoneId.of("Pacific/Apia"));

        assertThat(window.start()).isEqualTo(window.end()).isEqualTo("2011-12-30T10:00:00Z");
    }

    @Test
    void all_has_no_window() {
        assertThat(DateRange.ALL.window(Instant.EPOCH, ScheduleTest.BERLIN)).isNull();
    }

    @Test
    void a_custom_range_is_the_same_every_day() {
        DateRange range = DateRange.custom(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1));

        assertThat(range.window(Instant.EPOCH, ScheduleTest.BERLIN))
                .isEqualTo(range.window(Instant.parse("2026-06-01T00:00:00Z"), ScheduleTest.BERLIN));
    }

    @Test
    void an_end_before_the_start_is_refused() {
        assertThatThrownBy(() -> DateRange.custom(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessage(
                        "The date range ends on 2026-01-01, before it begins on 2026-01-02. Give the earlier day first.");
    }

    @Test
    void a_custom_range_with_one_day_missing_is_refused() {
        assertThatThrownBy(() -> new DateRange(Preset.CUSTOM, LocalDate.of(2026, 1, 2), null))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessageContaining("Give both days with CUSTOM");
    }

    @ParameterizedTest
    @EnumSource(value = Preset.class, mode = EnumSource.Mode.EXCLUDE, names = "CUSTOM")
    void no_other_range_takes_days(Preset preset) {
        LocalDate day = LocalDate.of(2026, 1, 2);

        assertThatThrownBy(() -> new DateRange(preset, day, day)).isInstanceOf(SyncTrackerException.class);
    }
}
