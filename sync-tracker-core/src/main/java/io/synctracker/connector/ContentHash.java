package io.synctracker.connector;

import io.synctracker.model.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells whether a record is what it was, without keeping it: SHA-256 of its content, whatever the order of its parts. */
final class ContentHash {

    /** Stands for a record that is gone. */
    static final String GONE = "gone";

    private ContentHash() {}

    static String of(@Nullable Object content) {
        return ofText(JsonText.write(sorted(JsonText.plain(content))));
    }

    static String ofText(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> result = new TreeMap<>();
            map.forEach((key, part) -> result.put(String.valueOf(key), sorted(part)));
            return result;
        }
        return value instanceof List<?> list ? sortedAll(list) : value;
    }

    private static List<@Nullable Object> sortedAll(List<?> list) {
        List<@Nullable Object> result = new ArrayList<>(list.size());
        list.forEach(part -> result.add(sorted(part)));
        return result;
    }
}
