package io.synctracker.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sequences are found, shrunk and found again. */
class SequencesTest {

    private static final Sequences<Integer> NUMBERS = Sequences.of(40, random -> random.nextInt(1000))
            .simplified(number ->
                    Stream.of(0, 1, 501).filter(other -> other < number).toList());

    /** Breaks where a number over 500 is followed, at any distance, by an odd one. */
    private static void a_large_one_is_never_followed_by_an_odd_one(List<Integer> numbers) {
        boolean large = false;
        for (int number : numbers) {
            assertThat(large && number % 2 == 1).isFalse();
            large |= number > 500;
        }
    }

    @Test
    void what_breaks_is_shrunk_to_the_least_that_does() {
        assertThatThrownBy(() -> NUMBERS.check(1, 100, SequencesTest::a_large_one_is_never_followed_by_an_odd_one))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("these are left: [501, 1]");
    }

    @Test
    void every_seed_is_shrunk_to_the_same() {
        for (long seed = 0; seed < 200; seed++) {
            long first = seed;
            assertThatThrownBy(
                            () -> NUMBERS.check(first, 100, SequencesTest::a_large_one_is_never_followed_by_an_odd_one))
                    .hasMessageContaining("these are left: [501, 1]");
        }
    }

    @Test
    void the_seed_in_the_message_makes_the_sequence_again() {
        List<List<Integer>> broken = new ArrayList<>();
        String message = "";
        try {
            NUMBERS.check(7, 100, numbers -> {
                broken.add(numbers);
                a_large_one_is_never_followed_by_an_odd_one(numbers);
            });
        } catch (AssertionError e) {
            message = e.getMessage();
        }
        long seed = Long.parseLong(message.replaceAll("(?s).*seed=(-?\\d+) .*", "$1"));
        List<List<Integer>> again = new ArrayList<>();

        assertThatCode(() -> NUMBERS.check(seed, 1, again::add)).doesNotThrowAnyException();

        assertThat(broken).contains(again.get(0));
    }

    @Test
    void what_holds_is_tried_as_often_as_it_was_asked_for() {
        List<List<Integer>> tried = new ArrayList<>();

        NUMBERS.check(1, 250, tried::add);

        assertThat(tried).hasSize(250).allSatisfy(numbers -> assertThat(numbers).hasSizeBetween(1, 40));
    }

    @Test
    void an_exception_breaks_a_property_as_an_assertion_does() {
        assertThatThrownBy(() -> NUMBERS.check(1, 10, numbers -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("these are left: []")
                .hasMessageContaining("no");
    }
}
