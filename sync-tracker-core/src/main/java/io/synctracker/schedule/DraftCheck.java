package io.synctracker.schedule;

import io.synctracker.connector.Connection;
import io.synctracker.connector.Connections;
import io.synctracker.connector.UnknownConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses a schedule that cannot be, with a message that says which part and what to do. */
final class DraftCheck {

    private static final int MAX_NAME = 100;
    private static final int MAX_CONNECTIONS = 100;
    private static final int MAX_EXPRESSION = 200;
    private static final int MAX_TIMES = 100;
    private static final int MAX_RUNS = 1440;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(31);

    private final Connections connections;

    DraftCheck(Connections connections) {
        this.connections = connections;
    }

    void check(ScheduleDraft draft) {
        checkName(draft.name());
        checkConnections(draft);
        checkCadence(draft.cadence());
        if (draft.maxRunsPerDay() < 0 || draft.maxRunsPerDay() > MAX_RUNS) {
            throw new InvalidScheduleException("A schedule cannot fire " + draft.maxRunsPerDay()
                    + " times a day at most. Give 1 to " + MAX_RUNS + ", or 0 for no limit.");
        }
    }

    private static void checkName(String name) {
        if (name.isBlank()) {
            throw new InvalidScheduleException("The name of a schedule is empty. Name it.");
        }
        if (name.length() > MAX_NAME) {
            throw new InvalidScheduleException(
                    "The name of a schedule has " + name.length() + " characters; " + MAX_NAME + " is the limit.");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidScheduleException(
                    "The name of a schedule holds a control character, such as a line break. Leave it out.");
        }
    }

    private void checkConnections(ScheduleDraft draft) {
        int count = draft.connections().size();
        if (count == 0 || count > MAX_CONNECTIONS) {
            throw new InvalidScheduleException("The schedule '" + draft.name() + "' has " + count
                    + " connections. Name 1 to " + MAX_CONNECTIONS + ".");
        }
        Set<String> seen = new HashSet<>();
        for (String name : draft.connections()) {
            if (!seen.add(name)) {
                throw new InvalidScheduleException(
                        "The schedule '" + draft.name() + "' names the connection '" + name + "' twice. Name it once.");
            }
            checkStream(connection(name), draft.stream());
        }
    }

    private Connection connection(String name) {
        return connections
                .find(name)
                .orElseThrow(() -> new UnknownConnectionException(
                        name, connections.all().stream().map(Connection::name).toList()));
    }

    private static void checkStream(Connection connection, @Nullable String stream) {
        if (stream != null && !connection.streams().contains(stream)) {
            throw new InvalidScheduleException("The connection '" + connection.name() + "' has no stream '" + stream
                    + "'. It has: " + String.join(", ", connection.streams()) + ".");
        }
    }

    private static void checkCadence(Cadence cadence) {
        if (cadence instanceof Cadence.Every every) {
            checkInterval(every.interval());
        } else if (cadence instanceof Cadence.Weekly weekly) {
            checkTimes(weekly);
        } else {
            checkCron(((Cadence.Cron) cadence).expression());
        }
    }

    private static void checkInterval(Duration interval) {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0 || hasFraction(interval)) {
            throw new InvalidScheduleException("A schedule cannot fire every " + interval
                    + ". Give an interval from one minute to 31 days, in whole seconds.");
        }
    }

    private static boolean hasFraction(Duration interval) {
        return !interval.equals(interval.truncatedTo(ChronoUnit.SECONDS));
    }

    private static void checkTimes(Cadence.Weekly weekly) {
        if (weekly.times().isEmpty() || weekly.times().size() > MAX_TIMES) {
            throw new InvalidScheduleException(
                    "A weekly schedule has " + weekly.times().size() + " times of day. Give 1 to " + MAX_TIMES + ".");
        }
        for (LocalTime time : weekly.times()) {
            if (time.getSecond() != 0 || time.getNano() != 0) {
                throw new InvalidScheduleException(
                        "A weekly schedule cannot fire at " + time + ". Give times in whole minutes.");
            }
        }
    }

    private static void checkCron(String expression) {
        if (expression.length() > MAX_EXPRESSION) {
            throw new InvalidScheduleException("The cron expression has " + expression.length() + " characters; "
                    + MAX_EXPRESSION + " is the limit.");
        }
        if (firstFiring(expression) == null) {
            throw new InvalidScheduleException(
                    "The cron expression '" + expression + "' never fires. Give it a day that there is.");
        }
        // The macros, such as @daily, fire on the full minute.
        if (!expression.startsWith("@") && !expression.strip().matches("\\d+\\s.*")) {
            throw new InvalidScheduleException("The cron expression '" + expression
                    + "' may fire more than once a minute. Give one number of seconds, such as 0.");
        }
    }

    private static @Nullable Instant firstFiring(String expression) {
        try {
            return new NextFiring(new Cadence.Cron(expression), ZoneOffset.UTC, 0)
                    .after(Instant.EPOCH, Instant.EPOCH, DayRuns.NONE);
        } catch (IllegalArgumentException e) {
            throw new InvalidScheduleException("'" + expression + "' is no cron expression: " + e.getMessage()
                    + ". Give six fields: second, minute, hour, day of month, month, day of week.");
        }
    }
}
