package io.synctracker.job;

import io.synctracker.store.ColumnText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Masks known secrets in texts, and what looks like a secret by the name before it. Immutable and thread-safe. */
public final class SensitiveText {

    /** What is shorter is masked only where it stands alone, or innocent text would be blotted out. */
    private static final int LONG_ENOUGH = 4;

    /** Much longer than what is kept, so that masking cannot take forever. */
    private static final int LONGEST = 4 * ColumnText.MAX;

    /** A name, a colon or an equals sign, and a value: JSON, JSON inside of JSON, quoted or bare. */
    private static final Pattern NAMED =
            Pattern.compile("(?s)([A-Za-z][A-Za-z0-9_.-]{0,99}+)(\\\\?[\"']?\\s{0,3}+[=:]\\s{0,3}+)"
                    + "(\\\\\"(?:[^\"\\\\]|\\\\(?!\").)*+(?:\\\\\"|$)"
                    + "|\"(?:[^\"\\\\]|\\\\.)*+(?:\"|$)"
                    + "|'[^']*+(?:'|$)"
                    + "|\\{[^}]*+}?|\\[[^\\]]*+]?"
                    + "|(?:(?i:bearer|basic|digest|token)\\s++)?[^\\s,;&<>(){}\\[\\]\"']++)");

    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}+");
    private static final Pattern USER_INFO = Pattern.compile("(://[^\\s/:@]{0,200}+:)[^\\s/@]++@");

    private final SensitiveKeys keys;
    private final List<String> parts;
    private final List<Pattern> words;

    SensitiveText(SensitiveKeys keys, Set<Object> secrets) {
        this.keys = keys;
        List<String> texts = secrets.stream()
                .filter(secret -> !(secret instanceof Boolean))
                .map(String::valueOf)
                .filter(secret -> !secret.isBlank())
                .toList();
        parts = texts.stream()
                .filter(text -> text.length() >= LONG_ENOUGH)
                .flatMap(SensitiveText::writings)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        words = texts.stream()
                .filter(text -> text.length() < LONG_ENOUGH)
                .map(text -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(text) + "(?![\\p{L}\\p{N}])"))
                .toList();
    }

    /** Returns a secret as it may turn up in a text: as it is, in a URL, in JSON. */
    private static Stream<String> writings(String secret) {
        return Stream.of(
                secret,
                secret.strip(),
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"),
                secret.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    /**
     * Masks a text.
     *
     * @param text any text, such as that of an exception
     * @return the text with {@link SensitiveKeys#MASK} for each secret, cut if it is longer than any column
     */
    public String mask(String text) {
        String masked = maskKnown(text);
        if (masked.length() > LONGEST) {
            masked = masked.substring(0, LONGEST);
        }
        masked = NAMED.matcher(masked).replaceAll(this::maskNamed);
        masked = SCHEME.matcher(masked).replaceAll("$1 ***");
        return USER_INFO.matcher(masked).replaceAll("$1***@");
    }

    private String maskKnown(String text) {
        String masked = text;
        for (String part : parts) {
            masked = masked.replace(part, SensitiveKeys.MASK);
        }
        for (Pattern word : words) {
            masked = word.matcher(masked).replaceAll(Matcher.quoteReplacement(SensitiveKeys.MASK));
        }
        return masked;
    }

    private String maskNamed(MatchResult found) {
        if (!keys.matches(found.group(1))) {
            return Matcher.quoteReplacement(found.group());
        }
        String value = found.group(3);
        String quote = value.startsWith("\\\"")
                ? "\\\""
                : value.startsWith("\"") || value.startsWith("'") ? value.substring(0, 1) : "";
        return Matcher.quoteReplacement(found.group(1) + found.group(2) + quote + SensitiveKeys.MASK + quote);
    }

    /**
     * Masks values, by their names and by the known secrets in their texts.
     *
     * @param values plain values as JSON knows them
     * @return a masked copy
     */
    public Map<String, @Nullable Object> mask(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> masked = new LinkedHashMap<>();
        keys.mask(values).forEach((name, value) -> masked.put(name, maskTexts(value)));
        return masked;
    }

    private @Nullable Object maskTexts(@Nullable Object value) {
        if (value instanceof String text) {
            return maskKnown(text);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> masked = new LinkedHashMap<>();
            map.forEach((name, inner) -> masked.put(String.valueOf(name), maskTexts(inner)));
            return masked;
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> masked = new ArrayList<>();
            list.forEach(inner -> masked.add(maskTexts(inner)));
            return masked;
        }
        return value != null && parts.contains(String.valueOf(value)) ? SensitiveKeys.MASK : value;
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "SensitiveText[" + (parts.size() + words.size()) + " hidden]";
    }
}
