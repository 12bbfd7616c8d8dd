package io.synctracker.http;

import io.synctracker.connector.InvalidPageException;
import io.synctracker.connector.RemoteRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the records in an answer. Thread-safe. */
final class RecordReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** As seconds it is a year beyond 5000, as milliseconds one before 1974. */
    private static final long MOST_SECONDS = 100_000_000_000L;

    private static final int LONGEST_NUMBER = 18;

    private final HttpRecords options;
    private final JsonPointer list;
    private final JsonPointer id;
    private final @Nullable JsonPointer total;
    private final @Nullable JsonPointer changedAt;
    private final @Nullable JsonPointer deleted;
    private final Map<String, JsonPointer> sources = new LinkedHashMap<>();

    /**
     * Checks where everything is.
     *
     * @param path the name of the stream's settings, with a dot at the end
     * @param fields what of a record is read, by names or pointers; empty for all
     */
    RecordReader(ConnectionSettings settings, String path, HttpRecords options, Collection<String> fields) {
        String records = path + "records.";
        this.options = options;
        this.list = settings.pointer(records + "list", options.list());
        this.id = settings.pointer(records + "id", options.id());
        this.total = settings.pointerOrNull(records + "total", options.total());
        this.changedAt = settings.pointerOrNull(records + "changed-at", options.changedAt());
        this.deleted = settings.pointerOrNull(records + "deleted", options.deleted());
        settings.check(
                records + "deleted",
                deleted != null || options.deletedValues().isEmpty(),
                "is missing, though deleted-values is set: point it at the text that they are values of.");
        for (String field : fields) {
            sources.put(field, settings.pointer(path + "binding.fields", field));
        }
    }

    /**
     * Reads an answer.
     *
     * @throws InvalidPageException if it is no JSON
     */
    static JsonNode parse(String text) {
        try {
            JsonNode document = JSON.readTree(text);
            if (!document.isMissingNode()) {
                return document;
            }
        } catch (JacksonException notJson) {
            // Its message quotes the content.
            throw new InvalidPageException("the answer is not JSON, or cut off");
        }
        throw new InvalidPageException("the answer is empty");
    }

    /**
     * Returns the records of an answer.
     *
     * @throws InvalidPageException if there is no list where it should be
     */
    List<RemoteRecord> records(JsonNode document) {
        JsonNode found = document.isNull() ? document : document.at(list);
        if (found.isNull()) {
            return List.of();
        }
        if (!found.isArray()) {
            throw new InvalidPageException("the answer has no list at '" + ConnectionSettings.quote(options.list())
                    + "'. Correct records.list");
        }
        List<RemoteRecord> records = new ArrayList<>(found.size());
        found.forEach(node -> records.add(record(node)));
        return records;
    }

    private RemoteRecord record(JsonNode node) {
        boolean gone = deleted != null && isDeleted(node.at(deleted));
        return new RemoteRecord(
                idText(node.at(id)), attributes(node), changedAt == null ? null : time(node.at(changedAt)), gone);
    }

    private static @Nullable String idText(JsonNode node) {
        boolean usable = node.isString() || node.isIntegralNumber();
        return usable && !node.asString().isBlank() ? node.asString() : null;
    }

    private Map<String, @Nullable Object> attributes(JsonNode node) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        if (sources.isEmpty()) {
            node.properties().forEach(member -> attributes.put(member.getKey(), plain(member.getValue())));
        }
        sources.forEach((name, pointer) -> {
            JsonNode value = node.at(pointer);
            if (!value.isMissingNode()) {
                attributes.put(name, plain(value));
            }
        });
        return attributes;
    }

    private static @Nullable Object plain(JsonNode node) {
        return node.isNull() ? null : JSON.treeToValue(node, Object.class);
    }

    private boolean isDeleted(JsonNode flag) {
        if (!options.deletedValues().isEmpty()) {
            return flag.isValueNode() && options.deletedValues().contains(flag.asString());
        }
        if (flag.isNumber()) {
            return flag.decimalValue().signum() != 0;
        }
        return flag.isBoolean()
                ? flag.booleanValue()
                : flag.isString()
                        && !flag.asString().isBlank()
                        && !flag.asString().equalsIgnoreCase("false");
    }

    /** Returns how many records all pages have, if the answer says so. */
    @Nullable
    Long total(JsonNode document) {
        JsonNode node = total == null ? null : document.at(total);
        return node != null && node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0
                ? Long.valueOf(node.longValue())
                : null;
    }

    private static @Nullable Instant time(JsonNode node) {
        try {
            if (node.isNumber()) {
                return ofNumber(node.decimalValue());
            }
            return node.isString() ? ofText(node.asString().strip()) : null;
        } catch (DateTimeException | ArithmeticException noTime) {
            return null;
        }
    }

    private static Instant ofNumber(BigDecimal number) {
        // To write out a number such as 1e999999999 or 1e-999999999 takes minutes.
        if ((long) number.precision() - number.scale() > LONGEST_NUMBER || number.scale() > LONGEST_NUMBER) {
            throw new ArithmeticException("No time");
        }
        BigDecimal millis =
                number.abs().compareTo(BigDecimal.valueOf(MOST_SECONDS)) < 0 ? number.movePointRight(3) : number;
        return Instant.ofEpochMilli(millis.toBigInteger().longValueExact());
    }

    /** A time without a zone is taken as UTC. */
    private static Instant ofText(String text) {
        if (text.length() <= 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        String iso = text.charAt(10) == ' '
                ? text.substring(0, 10) + "T" + text.substring(11).strip()
                : text;
        boolean zoned = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > 10;
        return zoned
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    /** Returns a text that is the same only for pages of the same records. */
    static String print(List<RemoteRecord> records) {
        int ids = records.stream()
                .map(RemoteRecord::externalId)
                .map(Objects::hashCode)
                .toList()
                .hashCode();
        int contents = records.stream().map(RemoteRecord::attributes).toList().hashCode();
        return Integer.toHexString(ids) + "-" + Integer.toHexString(contents) + "-" + records.size();
    }
}
