package io.synctracker.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores payloads as JSON, with each sensitive attribute as {@code {"$sensitive": "<key>.<cipher text>"}}. A key of the
 * payload's own that looks like it gets one more {@code $}.
 */
public final class JsonPayloadCodec implements PayloadCodec {

    private static final String SENSITIVE = "$sensitive";

    private final EntityModels models;
    private final KeyRing keys;

    /**
     * Creates a codec.
     *
     * @param models says which attributes are sensitive
     * @param keys encrypts them
     */
    public JsonPayloadCodec(EntityModels models, KeyRing keys) {
        this.models = models;
        this.keys = keys;
    }

    @Override
    public String encode(TrackedModel model, Map<String, @Nullable Object> attributes) {
        return encode(models.sensitivePaths(model.name()), attributes);
    }

    @Override
    public String encode(Set<String> sensitive, Map<String, @Nullable Object> attributes) {
        return JsonText.write(encrypted(attributes, "", sensitive));
    }

    @Override
    public Map<String, @Nullable Object> decode(String json) {
        return replaced(
                JsonText.readMap(json),
                cipher -> JsonText.readMap(keys.decrypt(cipher)).get("v"));
    }

    @Override
    public Map<String, @Nullable Object> masked(String json) {
        return replaced(JsonText.readMap(json), cipher -> "***");
    }

    private Map<String, @Nullable Object> encrypted(
            Map<String, @Nullable Object> attributes, String prefix, Set<String> sensitive) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            String path = prefix + name;
            String key = isLookalike(name) ? "$" + name : name;
            if (value != null && sensitive.contains(path)) {
                result.put(key, Map.of(SENSITIVE, keys.encrypt(JsonText.write(Map.of("v", value)))));
            } else {
                result.put(key, value instanceof Map<?, ?> map ? encrypted(texts(map), path + "/", sensitive) : value);
            }
        });
        return result;
    }

    private static Map<String, @Nullable Object> replaced(
            Map<String, @Nullable Object> stored, Function<String, @Nullable Object> replacement) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        stored.forEach((key, value) -> {
            String name = isLookalike(key) ? key.substring(1) : key;
            if (value instanceof Map<?, ?> map) {
                Object cipher = map.size() == 1 ? map.get(SENSITIVE) : null;
                result.put(
                        name,
                        cipher instanceof String text ? replacement.apply(text) : replaced(texts(map), replacement));
            } else {
                result.put(name, value);
            }
        });
        return result;
    }

    private static boolean isLookalike(String key) {
        return key.endsWith(SENSITIVE)
                && key.chars().limit(key.length() - SENSITIVE.length()).allMatch(c -> c == '$');
    }

    @SuppressWarnings("unchecked") // every map in a payload has text for keys
    private static Map<String, @Nullable Object> texts(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }
}
