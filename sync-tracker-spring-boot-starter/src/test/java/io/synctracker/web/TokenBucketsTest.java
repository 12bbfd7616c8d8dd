package io.synctracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private final MovingClock clock = new MovingClock();
    private final TokenBuckets buckets = new TokenBuckets(new WebProperties.RateLimit(6, 2), clock);

    @Test
    void a_burst_is_let_through_and_then_one_in_a_while() {
        assertThat(buckets.take("ada")).isZero();
        assertThat(buckets.take("ada")).isZero();
        assertThat(buckets.take("ada")).isEqualTo(10);
        clock.advance(Duration.ofSeconds(7));
        assertThat(buckets.take("ada")).isEqualTo(3);
        clock.advance(Duration.ofSeconds(3));
        assertThat(buckets.take("ada")).isZero();
        assertThat(buckets.take("ada")).isEqualTo(10);
    }

    @Test
    void a_bucket_holds_no_more_than_a_burst() {
        buckets.take("ada");
        clock.advance(Duration.ofDays(1));
        buckets.take("ada");
        buckets.take("ada");
        assertThat(buckets.take("ada")).isPositive();
    }

    @Test
    void everybody_has_their_own() {
        buckets.take("ada");
        buckets.take("ada");
        assertThat(buckets.take("bob")).isZero();
    }

    @Test
    void a_clock_that_goes_back_gives_nothing() {
        buckets.take("ada");
        buckets.take("ada");
        clock.advance(Duration.ofHours(-1));
        assertThat(buckets.take("ada")).isPositive();
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
