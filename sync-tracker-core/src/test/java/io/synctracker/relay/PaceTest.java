package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(15);

    @Test
    void the_first_goes_at_once() {
        assertThat(pace.plan(Long.MAX_VALUE - 3)).isZero();
    }

    @Test
    void what_follows_waits_for_the_moment_to_pass() {
        pace.plan(100);

        assertThat(pace.plan(105)).isEqualTo(10);
        assertThat(pace.plan(116)).isEqualTo(14);
    }

    @Test
    void after_a_pause_it_goes_at_once_again() {
        pace.plan(100);

        assertThat(pace.plan(115)).isZero();
    }

    @Test
    void the_clock_may_run_over() {
        pace.plan(Long.MAX_VALUE - 3);

        assertThat(pace.plan(Long.MAX_VALUE)).isEqualTo(12);
    }
}
