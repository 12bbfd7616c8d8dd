package io.synctracker.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-06T08:49:37Z");

    @ParameterizedTest
    @ValueSource(strings = {"120", " 120 ", "0120"})
    void seconds_are_waited_for(String header) {
        assertThat(RetryAfter.parse(header, NOW)).contains(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri, 06 Nov 2026 08:51:37 GMT",
                "Friday, 06-Nov-26 08:51:37 GMT",
                "Fri Nov  6 08:51:37 2026",
            })
    void each_form_of_a_date_is_waited_for(String header) {
        assertThat(RetryAfter.parse(header, NOW)).contains(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-5",
                "0",
                "000",
                "+5",
                "1.5",
                "soon",
                "1e3",
                "٣",
                "Fri, 06 Nov 2020 08:51:37 GMT",
                "2026-11-06"
            })
    void what_names_no_time_ahead_is_ignored(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"86401", "9999999999999999999999", "Fri, 06 Nov 2048 08:51:37 GMT"})
    void no_wait_is_longer_than_a_day(String header) {
        assertThat(RetryAfter.parse(header, NOW)).contains(Duration.ofHours(24));
    }

    @Test
    void a_million_digits_are_read_quickly() {
        assertThat(RetryAfter.parse("9".repeat(1_000_000), NOW)).contains(RetryAfter.LONGEST);
    }
}
