package io.synctracker.connector;

import static java.util.Map.entry;

import io.synctracker.SyncTrackerException;
import io.synctracker.model.JsonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Turns what JSON knows into what an attribute holds. Strict: nothing is rounded, cut or guessed. */
final class Values {

    private static final int MAX_DIGITS = 1000;

    /** How many digits an exponent may stand for, before a number is no number but an attack. */
    private static final int MAX_SCALE = 1000;

    private static final Map<Class<?>, Function<BigDecimal, Object>> NUMBERS = Map.ofEntries(
            entry(Byte.class, BigDecimal::byteValueExact),
            entry(Short.class, BigDecimal::shortValueExact),
            entry(Integer.class, BigDecimal::intValueExact),
            entry(Long.class, BigDecimal::longValueExact),
            entry(BigInteger.class, BigDecimal::toBigIntegerExact),
            entry(BigDecimal.class, number -> number),
            entry(Double.class, number -> finite(number.doubleValue())),
            entry(Float.class, number -> (float) finite(number.floatValue())));

    private static final Map<Class<?>, Function<String, Object>> TEXTS = Map.ofEntries(
            entry(UUID.class, UUID::fromString),
            entry(Instant.class, text -> OffsetDateTime.parse(text).toInstant()),
            entry(Date.class, text -> Date.from(OffsetDateTime.parse(text).toInstant())),
            entry(OffsetDateTime.class, OffsetDateTime::parse),
            entry(ZonedDateTime.class, ZonedDateTime::parse),
            entry(LocalDate.class, LocalDate::parse),
            entry(LocalDateTime.class, LocalDateTime::parse),
            entry(LocalTime.class, LocalTime::parse),
            entry(Duration.class, Duration::parse),
            entry(Year.class, Year::parse),
            entry(YearMonth.class, YearMonth::parse));

    private Values() {}

    /**
     * Turns a value into another type.
     *
     * @param value what the record holds
     * @param type what the attribute holds; may be primitive
     * @throws MisfitException if it does not fit; the text names kinds and no value
     */
    static @Nullable Object convert(@Nullable Object value, Class<?> type) {
        if (value == null) {
            if (type.isPrimitive()) {
                throw new MisfitException("is null, and cannot be");
            }
            return null;
        }
        Class<?> wrapper = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (wrapper.isInstance(value)) {
            return value;
        }
        try {
            return converted(value, wrapper);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException | SyncTrackerException e) {
            throw new MisfitException("is " + kind(value) + " that is no " + wrapper.getSimpleName());
        }
    }

    private static Object converted(Object value, Class<?> type) {
        if (NUMBERS.containsKey(type)) {
            return NUMBERS.get(type).apply(number(value));
        }
        if (TEXTS.containsKey(type)) {
            return TEXTS.get(type).apply(text(value));
        }
        if (type == String.class) {
            return scalar(value);
        }
        if (type == Boolean.class) {
            return bool(text(value));
        }
        if (type == Character.class) {
            return only(text(value));
        }
        return type.isEnum() ? constant(type, text(value)) : JsonText.convert(value, type);
    }

    private static BigDecimal number(Object value) {
        String text = value instanceof Number ? value.toString() : text(value);
        if (text.length() > MAX_DIGITS) {
            throw new NumberFormatException("too long");
        }
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MAX_SCALE) {
            throw new NumberFormatException("too far from one");
        }
        return number;
    }

    private static double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new NumberFormatException("too large");
        }
        return number;
    }

    private static String scalar(Object value) {
        if (value instanceof BigDecimal number) {
            return number.scale() > MAX_SCALE || number.scale() < -MAX_SCALE
                    ? number.toString()
                    : number.toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof UUID || value instanceof Enum<?>) {
            return value.toString();
        }
        return text(value);
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text");
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("no boolean");
        };
    }

    private static Character only(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("no character");
        }
        return text.charAt(0);
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such constant"));
    }

    private static String kind(Object value) {
        if (value instanceof String) {
            return "a text";
        }
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        return value instanceof List<?> ? "a list" : "an object";
    }
}
