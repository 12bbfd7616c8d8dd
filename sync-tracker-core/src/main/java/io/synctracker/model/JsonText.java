package io.synctracker.model;

import io.synctracker.SyncTrackerException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.Clob;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON with a mapper of the library's own, which no setting of the host can change. Thread-safe. */
public final class JsonText {

    /** What was written can be read back, however long: only its depth is limited, by the limit for writing. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
            .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .build();

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> MAP = new TypeReference<>() {};

    private JsonText() {}

    /**
     * Writes a value as JSON.
     *
     * @param value the value
     * @return the text, without line breaks, with half surrogate pairs escaped so that every database takes it
     * @throws SyncTrackerException if the value cannot be written; the message names its class and not its content
     */
    public static String write(@Nullable Object value) {
        try {
            return wellFormed(MAPPER.writeValueAsString(value));
        } catch (JacksonException | StackOverflowError | LinkageError | AssertionError e) {
            throw cannotWrite(value, e);
        }
    }

    /**
     * Reads a JSON object.
     *
     * @param json the text; {@code null} counts as an empty object
     * @return its members in their order, numbers with a fraction as {@link BigDecimal}
     * @throws SyncTrackerException if the text is not a JSON object
     */
    public static Map<String, @Nullable Object> readMap(@Nullable String json) {
        if (json == null) {
            return new LinkedHashMap<>();
        }
        try {
            return MAPPER.readValue(json, MAP);
        } catch (JacksonException e) {
            throw new SyncTrackerException("A stored text is not a JSON object. It was changed outside the library.");
        }
    }

    /**
     * Turns a value into what JSON knows: text, numbers, booleans, lists and maps.
     *
     * @param value any value
     * @return the same value in plain types
     * @throws SyncTrackerException if it cannot be written as JSON
     */
    public static @Nullable Object plain(@Nullable Object value) {
        if (value == null || isPlain(value)) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof UUID || value instanceof Character) {
            return value.toString();
        }
        if (value instanceof Blob || value instanceof Clob) {
            throw new SyncTrackerException("A " + (value instanceof Blob ? "Blob" : "Clob")
                    + " is a handle of the database and no value. Map the attribute as byte[] or String, or leave it out"
                    + " with @SyncIgnored.");
        }
        try {
            return MAPPER.readValue(MAPPER.writeValueAsString(value), Object.class);
        } catch (JacksonException | StackOverflowError | LinkageError | AssertionError e) {
            throw cannotWrite(value, e);
        }
    }

    /**
     * Turns a plain value into another type.
     *
     * @param <T> the type
     * @param value a plain value
     * @param type the type's class
     * @return the value
     * @throws SyncTrackerException if it does not fit
     */
    public static <T> T convert(Object value, Class<T> type) {
        try {
            return MAPPER.convertValue(value, type);
        } catch (JacksonException e) {
            throw new SyncTrackerException("Cannot read a " + type.getName() + " from stored JSON.", e);
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof BigInteger
                || (value instanceof Double d && Double.isFinite(d));
    }

    private static SyncTrackerException cannotWrite(@Nullable Object value, Throwable cause) {
        String type = value == null ? "null" : value.getClass().getName();
        return new SyncTrackerException("Cannot write a value of " + type + " as JSON ("
                + cause.getClass().getSimpleName()
                + "). Give it public getters, turn it into text or numbers, or leave it out.");
    }

    // A lone surrogate is legal in Java and in JSON's \\u form, but no database takes it as text.
    private static String wellFormed(String text) {
        StringBuilder result = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isSurrogate(c) && !pair && result == null) {
                result = new StringBuilder(text.substring(0, i));
            }
            if (result != null) {
                result.append(
                        Character.isSurrogate(c) && !pair ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
            if (pair) {
                i++;
                if (result != null) {
                    result.append(text.charAt(i));
                }
            }
        }
        return result == null ? text : result.toString();
    }
}
