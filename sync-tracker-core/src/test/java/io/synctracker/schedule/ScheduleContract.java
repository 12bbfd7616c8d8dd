package io.synctracker.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synctracker.SyncTrackerException;
import io.synctracker.job.JobTrigger;
import io.synctracker.testdatabases.Vendor;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people can do with schedules. */
abstract class ScheduleContract extends ScheduleTest {

    ScheduleContract(Vendor vendor) {
        super(vendor);
    }

    @Test
    void a_schedule_is_found_as_it_was_made() {
        Cadence cadence = new Cadence.Weekly(
                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(LocalTime.of(7, 30), LocalTime.of(19, 0)));
        DateRange range = DateRange.custom(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31));
        ScheduleDraft draft = draft("Früh & spät", "coupons", cadence, range, 3, true);

        Schedule made = schedules.create(draft, "eve");

        assertThat(made.draft()).isEqualTo(draft);
        assertThat(made.owner()).isEqualTo("eve");
        assertThat(made.createdAt()).isEqualTo(NOON);
        assertThat(schedules.find(made.id())).contains(made);
        assertThat(schedules.find("Früh & spät")).contains(made);
    }

    @Test
    void every_kind_of_cadence_comes_back_from_the_database() {
        List<Cadence> cadences = List.of(
                CadencePreset.DAILY.cadence(),
                new Cadence.Cron("0 0 3 * * MON-FRI"),
                new Cadence.Weekly(Set.of(), Set.of(LocalTime.MIDNIGHT)));

        for (Cadence cadence : cadences) {
            Schedule made = schedules.create(
                    draft(cadence.toString().substring(0, 9), null, cadence, DateRange.ALL, 0, true), null);
            assertThat(made.draft().cadence()).isEqualTo(cadence);
        }
    }

    @Test
    void a_new_schedule_sets_its_timer() {
        Schedule made = schedules.create(every(Duration.ofHours(1)), null);

        assertThat(made.nextFireAt()).isEqualTo("2026-03-28T13:00:00Z");
        assertThat(fleet.timer(made.id())).isEqualTo("2026-03-28T13:00:00Z");
    }

    @Test
    void a_schedule_that_is_made_disabled_has_no_timer() {
        Schedule made =
                schedules.create(draft("off", null, CadencePreset.HOURLY.cadence(), DateRange.ALL, 0, false), null);

        assertThat(made.nextFireAt()).isNull();
        assertThat(fleet.timer(made.id())).isNull();
    }

    @Test
    void a_transaction_that_rolls_back_leaves_neither_a_schedule_nor_a_timer() {
        depot.transactions().executeWithoutResult(status -> {
            schedules.create(every(Duration.ofHours(1)), null);
            status.setRollbackOnly();
        });

        assertThat(schedules.list(null, 10)).isEmpty();
        assertThat(depot.number("select count(*) from timers")).isZero();
    }

    @Test
    void a_name_is_given_once() {
        schedules.create(every(Duration.ofHours(1)), null);

        assertThatThrownBy(() -> schedules.create(every(Duration.ofHours(2)), null))
                .isInstanceOf(InvalidScheduleException.class)
                .hasMessage("There is a schedule 'hourly' already. Choose another name.");
    }

    @Test
    void a_change_moves_the_timer_and_replaces_the_connections() {
        Schedule made = schedules.create(every(Duration.ofHours(1)), null);
        ScheduleDraft draft = new ScheduleDraft(
                "daily", List.of("cj"), "coupons", CadencePreset.DAILY.cadence(), BERLIN, DateRange.ALL, 0, true);

        Schedule changed = schedules.update(made.id(), draft);

        assertThat(changed.draft()).isEqualTo(draft);
        assertThat(fleet.timer(made.id())).isEqualTo("2026-03-29T12:00:00Z");
    }

    @Test
    void a_change_that_keeps_the_cadence_keeps_the_time_of_the_next_firing() {
        Schedule made = schedules.create(every(Duration.ofHours(1)), null);
        clock.advance(Duration.ofMinutes(20));

        Schedule changed = schedules.update(
                made.id(), draft("renamed", null, CadencePreset.HOURLY.cadence(), DateRange.ALL, 0, true));

        assertThat(changed.nextFireAt()).isEqualTo("2026-03-28T13:00:00Z");
    }

    @Test
    void disabling_removes_the_timer_and_enabling_keeps_the_pace() {
        Schedule made = schedules.create(every(Duration.ofHours(1)), null);
        clock.set("2026-03-28T13:00:10Z");
        timers.ring(made.id());

        assertThat(schedules.enable(made.id(), false).nextFireAt()).isNull();
        assertThat(fleet.timer(made.id())).isNull();
        clock.set("2026-03-28T18:20:00Z");
        assertThat(schedules.enable(made.id(), true).nextFireAt()).isEqualTo("2026-03-28T19:00:00Z");
        assertThat(fleet.timer(made.id())).isEqualTo("2026-03-28T19:00:00Z");
    }

    @Test
    void a_deleted_schedule_is_gone_with_its_timer() {
        long id = schedules.create(every(Duration.ofHours(1)), null).id();

        schedules.delete(id);

        assertThat(schedules.find(id)).isEmpty();
        assertThat(fleet.timer(id)).isNull();
        assertThat(depot.number("select count(*) from sync_schedule_connections"))
                .isZero();
    }

    @Test
    void an_unknown_number_is_said() {
        assertThatThrownBy(() -> schedules.delete(4711))
                .isInstanceOf(UnknownScheduleException.class)
                .hasMessage("There is no schedule '4711'.");
        assertThatThrownBy(() -> schedules.enable(4711, true)).isInstanceOf(UnknownScheduleException.class);
        assertThatThrownBy(() -> schedules.runNow(4711, null, JobTrigger.PERSON, false))
                .isInstanceOf(UnknownScheduleException.class);
        assertThatThrownBy(() -> schedules.update(4711, every(Duration.ofHours(1))))
                .isInstanceOf(UnknownScheduleException.class);
    }

    @Test
    void schedules_are_listed_in_pages() {
        for (String name : List.of("a", "b", "c")) {
            schedules.create(draft(name, null, CadencePreset.HOURLY.cadence(), DateRange.ALL, 0, true), null);
        }
        List<Schedule> first = schedules.list(null, 2);

        assertThat(first).extracting(schedule -> schedule.draft().name()).containsExactly("a", "b");
        assertThat(schedules.list(first.get(1).id(), 2))
                .extracting(schedule -> schedule.draft().name())
                .containsExactly("c");
        assertThatThrownBy(() -> schedules.list(null, 1001))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessage("A page cannot have 1001 schedules. Ask for 1 to 1000.");
    }

    @Test
    void run_now_runs_a_disabled_one_and_leaves_its_timer_alone() {
        Schedule made = schedules.create(
                draft(
                        "off",
                        "coupons",
                        CadencePreset.HOURLY.cadence(),
                        DateRange.of(DateRange.Preset.YESTERDAY),
                        1,
                        false),
                null);

        assertThat(schedules.runNow(made.id(), "adam", JobTrigger.PERSON, false))
                .hasSize(2);

        assertThat(fleet.pulls())
                .containsExactly(
                        "awin coupons 2026-03-27..2026-03-27 PERSON adam SKIP",
                        "cj coupons 2026-03-27..2026-03-27 PERSON adam SKIP");
        assertThat(fleet.timer(made.id())).isNull();
        assertThat(schedules.find(made.id())).contains(made);
    }

    @Test
    void run_now_says_if_nothing_can_be_pulled() {
        long id = schedules.create(every(Duration.ofHours(1)), null).id();
        fleet.add("awin", false);
        fleet.remove("cj");

        assertThatThrownBy(() -> schedules.runNow(id, null, JobTrigger.PERSON, false))
                .isInstanceOf(InvalidScheduleException.class)
                .hasMessage("The schedule 'hourly' has no connection that can be pulled."
                        + " Enable one of awin, cj, or name another one.");
    }

    @Test
    void the_next_firings_heed_the_limit_of_a_day() {
        ScheduleDraft draft = draft("thrice", null, CadencePreset.EVERY_6_HOURS.cadence(), DateRange.ALL, 1, true);

        assertThat(schedules.nextFirings(draft, 3))
                .containsExactly(
                        Instant.parse("2026-03-28T18:00:00Z"),
                        Instant.parse("2026-03-29T00:00:00Z"),
                        Instant.parse("2026-03-30T00:00:00Z"));
        assertThat(schedules.list(null, 10)).isEmpty();
    }

    @Test
    void a_zone_that_this_jvm_does_not_know_is_said() {
        Schedule made = schedules.create(every(Duration.ofHours(1)), null);
        depot.jdbc().update("update sync_schedules set zone = 'Mars/Olympus'");

        assertThatThrownBy(() -> schedules.find(made.id()))
                .isInstanceOf(SyncTrackerException.class)
                .hasMessageContaining("The schedule 'hourly' cannot be read: Unknown time-zone ID: Mars/Olympus");
    }

    @Test
    void a_schedule_of_another_zone_counts_the_days_of_its_own() {
        ScheduleDraft draft = new ScheduleDraft(
                "apia",
                List.of("awin"),
                null,
                CadencePreset.HOURLY.cadence(),
                ZoneId.of("Pacific/Apia"),
                DateRange.of(DateRange.Preset.TODAY),
                0,
                true);
        Schedule made = schedules.create(draft, null);
        clock.set("2026-03-28T13:00:00Z");

        timers.ring(made.id());

        assertThat(fleet.pulls()).containsExactly("awin null 2026-03-29..2026-03-29 SCHEDULE null SKIP");
    }
}
