package io.synctracker.model;

import io.synctracker.SyncTrackerException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether content is what it was, without keeping it: SHA-256 of its JSON, whatever the order of its members and
 * however its numbers are written, so that {@code 1}, {@code 1.0} and {@code 1e0} are the same.
 */
public final class ContentHash {

    private ContentHash() {}

    /**
     * Returns the hash of some content.
     *
     * @param content anything that can be written as JSON
     * @return 64 hexadecimal digits
     * @throws SyncTrackerException if it cannot be written as JSON
     */
    public static String of(@Nullable Object content) {
        return digest(JsonText.write(canonical(JsonText.plain(content))));
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, member) -> sorted.put(String.valueOf(name), canonical(member)));
            return sorted;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>(list.size());
            list.forEach(element -> elements.add(canonical(element)));
            return elements;
        }
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : value;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
