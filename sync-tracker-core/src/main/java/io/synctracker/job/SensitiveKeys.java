package io.synctracker.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which names hold secrets, and what a person sees in their place. A name is sensitive if one of its words, or several in
 * a row, is a key: with the key {@code token}, {@code accessToken}, {@code ACCESS_TOKEN} and {@code x-token} are, and
 * {@code tokenizer} is not. Immutable and thread-safe.
 */
public final class SensitiveKeys {

    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    /** The keys that the documentation describes. */
    public static final Set<String> DEFAULT_KEYS = Set.of(
            "password", "passwd", "secret", "token", "key", "apikey", "authorization", "credential", "credentials");

    private static final Pattern WORDS =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
                    + "|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

    /** The default keys and no others. */
    public static final SensitiveKeys DEFAULT = of(DEFAULT_KEYS);

    private final Set<String> keys;

    private SensitiveKeys(Set<String> keys) {
        this.keys = keys;
    }

    /**
     * Returns a set of keys.
     *
     * @param keys the keys, each of one word or several, however they are joined; blank ones do not count
     */
    public static SensitiveKeys of(Collection<String> keys) {
        return new SensitiveKeys(keys.stream()
                .map(key -> String.join("", words(key)))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Returns whether a name is sensitive.
     *
     * @param name any name
     */
    public boolean matches(String name) {
        List<String> words = words(name);
        for (int from = 0; from < words.size(); from++) {
            StringBuilder joined = new StringBuilder();
            for (int to = from; to < words.size(); to++) {
                joined.append(words.get(to));
                if (isKey(joined.toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isKey(String word) {
        return keys.contains(word) || (word.endsWith("s") && keys.contains(word.substring(0, word.length() - 1)));
    }

    private static List<String> words(String name) {
        return WORDS.splitAsStream(name)
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * Returns whether a map has a sensitive name with a value, at any depth.
     *
     * @param values plain values as JSON knows them
     */
    public boolean areIn(Map<String, ? extends @Nullable Object> values) {
        return !secrets(values).isEmpty();
    }

    /**
     * Masks what is sensitive.
     *
     * @param values plain values as JSON knows them
     * @return a copy with {@link #MASK} for each value that has a sensitive name, at any depth
     */
    public Map<String, @Nullable Object> mask(Map<String, ? extends @Nullable Object> values) {
        return maskMap(values);
    }

    private Map<String, @Nullable Object> maskMap(Map<?, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> masked = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            String text = String.valueOf(name);
            masked.put(text, value != null && matches(text) ? MASK : maskNested(value));
        });
        return masked;
    }

    private @Nullable Object maskNested(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return maskMap(map);
        }
        if (value instanceof Collection<?> list) {
            List<@Nullable Object> masked = new ArrayList<>();
            list.forEach(inner -> masked.add(maskNested(inner)));
            return masked;
        }
        return value;
    }

    /**
     * Returns what masks the secrets of a map wherever they turn up in a text, and what looks like a secret by its name.
     *
     * @param values plain values as JSON knows them, not masked
     */
    public SensitiveText textOf(Map<String, ? extends @Nullable Object> values) {
        return new SensitiveText(this, secrets(values));
    }

    /**
     * Masks what looks like a secret by its name, such as {@code token=abc}.
     *
     * @param text any text, such as that of an exception
     */
    public String maskText(String text) {
        return new SensitiveText(this, Set.of()).mask(text);
    }

    private Set<Object> secrets(Map<?, ? extends @Nullable Object> values) {
        Set<Object> found = new HashSet<>();
        values.forEach((name, value) -> collect(value, value != null && matches(String.valueOf(name)), found));
        return found;
    }

    private void collect(@Nullable Object value, boolean secret, Set<Object> found) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> collect(inner, secret || matches(String.valueOf(name)), found));
        } else if (value instanceof Collection<?> list) {
            list.forEach(inner -> collect(inner, secret, found));
        } else if (secret && value != null) {
            found.add(value);
        }
    }

    /** Shows the keys, which are no secrets. */
    @Override
    public String toString() {
        return "SensitiveKeys" + Stream.of(keys.toArray()).sorted().toList();
    }
}
