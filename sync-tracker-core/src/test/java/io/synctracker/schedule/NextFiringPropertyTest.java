package io.synctracker.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every cadence, shown with some that nobody has chosen. */
class NextFiringPropertyTest {

    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin",
                    "America/New_York",
                    "Pacific/Apia",
                    "Asia/Kolkata",
                    "Australia/Lord_Howe",
                    "America/St_Johns",
                    "UTC")
            .map(ZoneId::of)
            .toList();
    private static final long FROM = Instant.parse("2007-01-01T00:00:00Z").getEpochSecond();
    private static final long TO = Instant.parse("2031-01-01T00:00:00Z").getEpochSecond();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void firings_go_on_and_each_is_in_an_allowed_slot(long seed) {
        Random random = new Random(seed);
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        Cadence cadence = cadence(random);
        int maxRuns = random.nextInt(4);
        NextFiring next = new NextFiring(cadence, zone, maxRuns);
        Instant anchor = Instant.ofEpochSecond(random.nextLong(FROM, TO));
        Instant last = anchor;
        DayRuns runs = DayRuns.NONE;
        for (int i = 0; i < 50; i++) {
            Instant firing = next.after(last, last, runs);
            assertThat(firing).as("%s in %s after %s", cadence, zone, last).isAfter(last);
            assertThat(allowed(cadence, zone, anchor, firing))
                    .as("%s in %s at %s", cadence, zone, firing)
                    .isTrue();
            runs = runs.plusOneOn(next.dayOf(firing));
            assertThat(maxRuns == 0 || runs.count() <= maxRuns).isTrue();
            last = firing;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_later_moment_never_fires_sooner(long seed) {
        Random random = new Random(seed);
        NextFiring next = new NextFiring(cadence(random), ZONES.get(random.nextInt(ZONES.size())), 0);
        Instant anchor = Instant.ofEpochSecond(random.nextLong(FROM, TO));
        Instant moment = anchor;
        Instant previous = next.after(moment, anchor, DayRuns.NONE);
        for (int i = 0; i < 50; i++) {
            moment = moment.plusSeconds(random.nextInt(7200));
            Instant firing = next.after(moment, anchor, DayRuns.NONE);
            assertThat(firing).isAfterOrEqualTo(previous).isAfter(moment);
            previous = firing;
        }
    }

    private static Cadence cadence(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Cadence.Every(Duration.ofSeconds(random.nextLong(60, 31L * 24 * 3600)));
            case 1 ->
                new Cadence.Cron("0 " + random.nextInt(60) + " " + random.nextInt(24) + "/" + (1 + random.nextInt(6))
                        + " * * *");
            default -> weekly(random);
        };
    }

    private static Cadence weekly(Random random) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Set<LocalTime> times = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            times.add(LocalTime.of(random.nextInt(5), random.nextInt(60)));
        }
        return new Cadence.Weekly(days, times);
    }

    /** A firing is at a slot by the clock on the wall, or at the end of a gap that has one in it. */
    private static boolean allowed(Cadence cadence, ZoneId zone, Instant anchor, Instant firing) {
        if (cadence instanceof Cadence.Every every) {
            return Duration.between(anchor, firing).toSeconds()
                            % every.interval().toSeconds()
                    == 0;
        }
        LocalDateTime local = LocalDateTime.ofInstant(firing, zone);
        var before = zone.getRules().getOffset(firing.minusNanos(1));
        LocalDateTime gapStart = LocalDateTime.ofInstant(firing, before);
        LocalDateTime from = gapStart.isBefore(local) ? gapStart : local;
        LocalDateTime slot = LocalSlots.of(cadence).after(from.minusNanos(1));
        return slot != null && !slot.isAfter(local);
    }
}
