package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
    private final RateLimit four = new RateLimit(4.0, now::get);

    @Test
    void without_a_limit_every_call_is_free() {
        RateLimit none = new RateLimit(null, now::get);

        assertThat(none.limits()).isFalse();
        assertThat(none.take()).isZero();
        assertThat(none.take()).isZero();
    }

    @Test
    void a_call_too_many_is_told_how_long_to_wait() {
        assertThat(four.take()).isZero();

        assertThat(four.take()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(250));
    }

    @Test
    void a_call_is_free_when_its_time_has_come() {
        four.take();
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(250));

        assertThat(four.take()).isZero();
        assertThat(four.take()).isPositive();
    }

    @Test
    void a_quiet_hour_does_not_allow_a_burst() {
        now.addAndGet(TimeUnit.HOURS.toNanos(1));

        assertThat(four.take()).isZero();
        assertThat(four.take()).isPositive();
    }

    @Test
    void a_fast_limit_catches_up_on_a_tenth_of_a_second() {
        RateLimit hundred = new RateLimit(100.0, now::get);
        now.addAndGet(TimeUnit.SECONDS.toNanos(5));
        int free = 0;
        while (hundred.take() == 0) {
            free++;
        }

        assertThat(free).isEqualTo(10);
    }

    @Test
    void it_knows_how_many_calls_fit_into_a_time() {
        assertThat(four.within(100, TimeUnit.SECONDS.toNanos(5))).isEqualTo(20);
        assertThat(four.within(100, 1)).isEqualTo(1);
        assertThat(new RateLimit(null, now::get).within(100, 1)).isEqualTo(100);
    }
}
