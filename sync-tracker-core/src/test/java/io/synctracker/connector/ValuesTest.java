package io.synctracker.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {

    static Stream<Arguments> fitting() {
        UUID id = UUID.randomUUID();
        return Stream.of(
                Arguments.of(1, long.class, 1L),
                Arguments.of(new BigDecimal("1.0"), Integer.class, 1),
                Arguments.of("12.50", BigDecimal.class, new BigDecimal("12.50")),
                Arguments.of(7, BigInteger.class, BigInteger.valueOf(7)),
                Arguments.of(new BigDecimal("0.5"), double.class, 0.5),
                Arguments.of(12L, String.class, "12"),
                Arguments.of(new BigDecimal("1E+2"), String.class, "100"),
                Arguments.of("true", boolean.class, true),
                Arguments.of("a", char.class, 'a'),
                Arguments.of("friday", DayOfWeek.class, DayOfWeek.FRIDAY),
                Arguments.of(id.toString(), UUID.class, id),
                Arguments.of("2026-03-29T03:00:00+02:00", Instant.class, Instant.parse("2026-03-29T01:00:00Z")),
                Arguments.of("2026-03-29", LocalDate.class, LocalDate.of(2026, 3, 29)),
                Arguments.of("EUR", Currency.class, Currency.getInstance("EUR")),
                Arguments.of(null, String.class, null));
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void a_value_that_fits_is_turned_into_the_type(Object value, Class<?> type, Object expected) {
        assertThat(Values.convert(value, type)).isEqualTo(expected);
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of(300, byte.class, "is a number that is no Byte"),
                Arguments.of(new BigDecimal("1.5"), Integer.class, "is a number that is no Integer"),
                Arguments.of("", Integer.class, "is a text that is no Integer"),
                Arguments.of("1e999999999", BigInteger.class, "is a text that is no BigInteger"),
                Arguments.of("1e400", Double.class, "is a text that is no Double"),
                Arguments.of("2026-02-30", LocalDate.class, "is a text that is no LocalDate"),
                Arguments.of("2026-03-29T03:00:00", Instant.class, "is a text that is no Instant"),
                Arguments.of(1, boolean.class, "is a number that is no Boolean"),
                Arguments.of("yes", boolean.class, "is a text that is no Boolean"),
                Arguments.of("someday", DayOfWeek.class, "is a text that is no DayOfWeek"),
                Arguments.of(List.of(1), String.class, "is a list that is no String"),
                Arguments.of(Map.of(), UUID.class, "is an object that is no UUID"),
                Arguments.of(null, int.class, "is null, and cannot be"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void a_value_that_does_not_fit_is_refused_without_being_named(Object value, Class<?> type, String message) {
        assertThatThrownBy(() -> Values.convert(value, type))
                .isInstanceOf(MisfitException.class)
                .hasMessage(message);
    }
}
