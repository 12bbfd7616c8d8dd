package io.synctracker.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a cadence is written into two columns. */
record CadenceText(String kind, String expression) {

    private static final String EVERY = "every";
    private static final String CRON = "cron";
    private static final String WEEKLY = "weekly";

    static CadenceText of(Cadence cadence) {
        if (cadence instanceof Cadence.Every every) {
            return new CadenceText(EVERY, every.interval().toString());
        }
        if (cadence instanceof Cadence.Cron cron) {
            return new CadenceText(CRON, cron.expression());
        }
        Cadence.Weekly weekly = (Cadence.Weekly) cadence;
        return new CadenceText(WEEKLY, sorted(weekly.days()) + " at " + sorted(weekly.times()));
    }

    Cadence cadence() {
        return switch (kind) {
            case EVERY -> new Cadence.Every(Duration.parse(expression));
            case CRON -> new Cadence.Cron(expression);
            case WEEKLY -> weekly();
            default -> throw new IllegalArgumentException("There is no cadence of the kind '" + kind + "'");
        };
    }

    private Cadence weekly() {
        String[] parts = expression.split(" at ", -1);
        return new Cadence.Weekly(
                members(parts[0]).map(DayOfWeek::valueOf).collect(Collectors.toSet()),
                members(parts[1]).map(LocalTime::parse).collect(Collectors.toSet()));
    }

    private static Stream<String> members(String text) {
        return Arrays.stream(text.split(",", -1)).filter(member -> !member.isEmpty());
    }

    private static <T extends Comparable<? super T>> String sorted(Collection<T> values) {
        return Set.copyOf(values).stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }
}
