package io.synctracker.schedule;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.connector.UnknownConnectionException;
import io.synctracker.testdatabases.Vendor;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and in which words. */
class DraftCheckTest extends ScheduleTest {

    DraftCheckTest() {
        super(Vendor.H2);
    }

    @ParameterizedTest
    @EnumSource
    void every_preset_is_accepted(CadencePreset preset) {
        assertThatCode(() -> schedules.nextFirings(with(preset.cadence()), 5)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 3 * * MON-FRI", "30 */10 * * * *", "0 0 0 L * *", "0 0 12 ? * MON#1", "@daily"})
    void a_cron_expression_that_fires_is_accepted(String expression) {
        assertThatCode(() -> schedules.nextFirings(with(new Cadence.Cron(expression)), 5))
                .doesNotThrowAnyException();
    }

    @Test
    void a_cron_expression_that_never_fires_is_refused() {
        assertRefused(
                with(new Cadence.Cron("0 0 0 30 2 *")),
                "The cron expression '0 0 0 30 2 *' never fires. Give it a day that there is.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 3 * * *", "0 0 25 * * *", "never"})
    void what_is_no_cron_expression_is_refused(String expression) {
        assertThatThrownBy(() -> schedules.create(with(new Cadence.Cron(expression)), null))
                .isInstanceOf(InvalidScheduleException.class)
                .hasMessageStartingWith("'" + expression + "' is no cron expression: ")
                .hasMessageEndingWith("Give six fields: second, minute, hour, day of month, month, day of week.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"* * * * * *", "0,30 * * * * *", "*/10 0 0 * * *"})
    void a_cron_expression_that_fires_every_few_seconds_is_refused(String expression) {
        assertRefused(
                with(new Cadence.Cron(expression)),
                "The cron expression '" + expression
                        + "' may fire more than once a minute. Give one number of seconds, such as 0.");
    }

    @Test
    void a_cron_expression_is_not_endless() {
        assertRefused(
                with(new Cadence.Cron("0".repeat(100_000))),
                "The cron expression has 100000 characters; 200 is the limit.");
    }

    @ParameterizedTest
    @CsvSource({"PT59S", "PT0S", "-PT1H", "P31DT1S", "PT60.5S"})
    void an_interval_out_of_range_is_refused(Duration interval) {
        assertRefused(
                every(interval),
                "A schedule cannot fire every " + interval
                        + ". Give an interval from one minute to 31 days, in whole seconds.");
    }

    @Test
    void an_interval_of_a_minute_and_one_of_31_days_are_accepted() {
        assertThatCode(() -> schedules.nextFirings(every(Duration.ofMinutes(1)), 1))
                .doesNotThrowAnyException();
        assertThatCode(() -> schedules.nextFirings(every(Duration.ofDays(31)), 1))
                .doesNotThrowAnyException();
    }

    @Test
    void a_week_without_a_time_of_day_is_refused() {
        assertRefused(
                with(new Cadence.Weekly(Set.of(), Set.of())), "A weekly schedule has 0 times of day. Give 1 to 100.");
    }

    @Test
    void a_time_of_day_with_seconds_is_refused() {
        assertRefused(
                with(new Cadence.Weekly(Set.of(), Set.of(LocalTime.of(8, 0, 1)))),
                "A weekly schedule cannot fire at 08:00:01. Give times in whole minutes.");
    }

    @Test
    void a_name_is_neither_empty_nor_long_nor_broken() {
        assertRefused(named(" "), "The name of a schedule is empty. Name it.");
        assertRefused(named("x".repeat(101)), "The name of a schedule has 101 characters; 100 is the limit.");
        assertRefused(
                named("a\nb"), "The name of a schedule holds a control character, such as a line break. Leave it out.");
    }

    @Test
    void a_limit_of_runs_is_in_its_range() {
        assertRefused(
                draft("x", null, CadencePreset.HOURLY.cadence(), DateRange.ALL, -1, true),
                "A schedule cannot fire -1 times a day at most. Give 1 to 1440, or 0 for no limit.");
    }

    @Test
    void an_unknown_connection_is_named_with_those_there_are() {
        assertThatThrownBy(() -> schedules.create(over(List.of("awin", "admitad"), null), null))
                .isInstanceOf(UnknownConnectionException.class)
                .hasMessage("There is no connection 'admitad'. There are: awin, cj.");
    }

    @Test
    void an_unknown_stream_is_named_with_those_there_are() {
        assertRefused(
                over(List.of("awin"), "orders"),
                "The connection 'awin' has no stream 'orders'. It has: campaigns, coupons.");
    }

    @Test
    void connections_are_named_and_named_once() {
        assertRefused(over(List.of(), null), "The schedule 'x' has 0 connections. Name 1 to 100.");
        assertRefused(
                over(List.of("awin", "awin"), null),
                "The schedule 'x' names the connection 'awin' twice. Name it once.");
    }

    private void assertRefused(ScheduleDraft draft, String message) {
        assertThatThrownBy(() -> schedules.create(draft, null))
                .isInstanceOf(InvalidScheduleException.class)
                .hasMessage(message);
    }

    private static ScheduleDraft with(Cadence cadence) {
        return draft("x", null, cadence, DateRange.ALL, 0, true);
    }

    private static ScheduleDraft named(String name) {
        return draft(name, null, CadencePreset.HOURLY.cadence(), DateRange.ALL, 0, true);
    }

    private static ScheduleDraft over(List<String> connections, @Nullable String stream) {
        return new ScheduleDraft(
                "x", connections, stream, CadencePreset.HOURLY.cadence(), BERLIN, DateRange.ALL, 0, true);
    }
}
