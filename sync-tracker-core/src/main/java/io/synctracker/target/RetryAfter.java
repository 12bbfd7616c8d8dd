package io.synctracker.target;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code Retry-After} (RFC 9110), in seconds or as a date in each of its three forms. */
final class RetryAfter {

    static final Duration LONGEST = Duration.ofHours(24);

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final int MOST_DIGITS = 9;
    private static final List<DateTimeFormatter> DATES = List.of(
            form("EEE, dd MMM uuuu HH:mm:ss 'GMT'"),
            form("EEEE, dd-MMM-uu HH:mm:ss 'GMT'"),
            form("EEE MMM ppd HH:mm:ss uuuu"));

    private RetryAfter() {}

    /**
     * Returns how long to wait.
     *
     * @return at most {@link #LONGEST}; empty for what is no time, or none in the future
     */
    static Optional<Duration> parse(String header, Instant now) {
        String text = header.strip();
        Optional<Duration> wait = SECONDS.matcher(text).matches() ? seconds(text) : until(text, now);
        return wait.filter(duration -> duration.compareTo(Duration.ZERO) > 0)
                .map(duration -> duration.compareTo(LONGEST) > 0 ? LONGEST : duration);
    }

    private static Optional<Duration> seconds(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return Optional.of(
                significant.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(significant)));
    }

    private static Optional<Duration> until(String date, Instant now) {
        return DATES.stream()
                .map(form -> time(date, form))
                .flatMap(Optional::stream)
                .findFirst()
                .map(time -> Duration.between(now, time));
    }

    private static Optional<Instant> time(String date, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(date, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException otherForm) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US);
    }
}
