package io.synctracker.http;

import io.synctracker.target.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads records of options from a map of settings, whose keys are the components' names in kebab case. */
final class OptionsReader {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    private final ConnectionSettings settings;

    OptionsReader(ConnectionSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads a record.
     *
     * @param path what the names of its settings begin with, with a dot at the end; empty for the outermost
     * @throws io.synctracker.connector.InvalidConnectionException if a key is unknown, or a value of another type
     */
    <T extends Record> T read(Class<T> type, String path, Map<?, ?> values) {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, @Nullable Object> rest = named(values);
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String key = kebab(components[i].getName());
            Object value = rest.remove(key);
            arguments[i] = value == null
                    ? absent(components[i].getType())
                    : value(components[i].getGenericType(), path + key, value);
        }
        if (!rest.isEmpty()) {
            throw settings.wrong(
                    path + rest.keySet().iterator().next(), "is not known: use " + known(components) + ".");
        }
        return make(type, components, arguments);
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> values) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        values.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    private static @Nullable Object absent(Class<?> type) {
        return type == boolean.class ? Boolean.FALSE : null;
    }

    private static String known(RecordComponent[] components) {
        return Arrays.stream(components)
                .map(component -> kebab(component.getName()))
                .collect(Collectors.joining(", "));
    }

    private static <T extends Record> T make(
            Class<T> type, RecordComponent[] components, @Nullable Object[] arguments) {
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(arguments);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Options are public records that take every value", impossible);
        }
    }

    private Object value(Type type, String path, Object value) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class
                    ? entries(generic.getActualTypeArguments()[1], path, value)
                    : generic.getRawType() == Set.class ? new LinkedHashSet<>(texts(path, value)) : texts(path, value);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return read(plain.asSubclass(Record.class), path + ".", map(path, value));
        }
        if (plain == Secret.class && value instanceof Secret secret) {
            return secret;
        }
        if (value instanceof Map || value instanceof Iterable) {
            throw settings.wrong(path, "has parts, but is to be a single value.");
        }
        return single(plain, path, value.toString());
    }

    private Object single(Class<?> type, String path, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == Secret.class) {
            return Secret.of(text);
        }
        if (type == Integer.class) {
            return parsed(path, text, Integer::valueOf, "is to be a whole number.");
        }
        if (type == Double.class) {
            return parsed(path, text, Double::valueOf, "is to be a number.");
        }
        if (type == Duration.class) {
            return parsed(path, text, OptionsReader::duration, "is to be a duration, such as 500ms, 30s or 5m.");
        }
        if (type == boolean.class) {
            settings.check(path, text.equals("true") || text.equals("false"), "is to be true or false.");
            return Boolean.valueOf(text);
        }
        return constant(type, path, text);
    }

    private <T> T parsed(String path, String text, Function<String, T> parser, String problem) {
        try {
            return parser.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeParseException malformed) {
            throw settings.wrong(path, problem);
        }
    }

    private Object constant(Class<?> type, String path, String text) {
        Object[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> word(constant)
                        .equals(text.strip().toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> settings.wrong(
                        path,
                        "is to be one of "
                                + Arrays.stream(constants)
                                        .map(OptionsReader::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private Map<String, Object> entries(Type type, String path, Object value) {
        Map<String, Object> entries = new LinkedHashMap<>();
        named(map(path, value)).forEach((name, entry) -> {
            settings.check(path + "." + name, entry != null, "has no value.");
            if (entry != null) {
                entries.put(name, value(type, path + "." + name, entry));
            }
        });
        return entries;
    }

    private Map<?, ?> map(String path, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw settings.wrong(path, "is to have named parts.");
    }

    private List<String> texts(String path, Object value) {
        if (value instanceof String text) {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
        if (!(value instanceof Iterable<?> parts)) {
            throw settings.wrong(path, "is to be a list of texts.");
        }
        List<String> texts = new ArrayList<>();
        for (Object part : parts) {
            settings.check(
                    path,
                    part instanceof String || part instanceof Number || part instanceof Boolean,
                    "is to be a list of texts.");
            texts.add(part.toString());
        }
        return texts;
    }

    /** Reads {@code 30s} and its like, or ISO 8601. */
    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Duration.parse(text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** Returns every setting that is secret, as a path with dots; one that has parts is secret with all of them. */
    static Set<String> secrets(Class<? extends Record> type) {
        Set<String> found = new TreeSet<>();
        collectSecrets(type, "", found);
        return found;
    }

    private static void collectSecrets(Class<?> type, String path, Set<String> found) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = path + kebab(component.getName());
            if (component.getGenericType().getTypeName().contains(Secret.class.getName())) {
                found.add(name);
            } else if (component.getType().isRecord()) {
                collectSecrets(component.getType(), name + ".", found);
            }
        }
    }

    private static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
