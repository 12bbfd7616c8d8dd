package io.synctracker.autoconfigure;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.DurationStyle;

/** Every key of the settings with its default as a person writes it, as they are when nothing is set. */
final class SettingsTree {

    /** Records of the core, each with a page of its own that a test compares with it. */
    private static final Set<String> DESCRIBED_ELSEWHERE =
            Set.of("sync-tracker.connections.<name>.http", "sync-tracker.notifications.webhook");

    private static final Binder NOTHING_SET = new Binder(new MapConfigurationPropertySource());

    private final Map<String, String> defaults = new TreeMap<>();

    private SettingsTree() {}

    static Map<String, String> read() {
        SettingsTree tree = new SettingsTree();
        tree.walk("sync-tracker", defaultsOf(SyncTrackerProperties.class));
        tree.walk("sync-tracker.web", defaultsOf(webProperties()));
        return tree.defaults;
    }

    /** Another package's own settings, which that package shows to nobody. */
    private static Class<?> webProperties() {
        try {
            return Class.forName("io.synctracker.web.WebProperties");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object defaultsOf(Class<?> type) {
        return NOTHING_SET.bindOrCreate("nothing", type);
    }

    private void walk(String prefix, Object settings) {
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            String key = prefix + "." + kebab(component.getName());
            Class<?> named = namedSettings(component.getGenericType());
            if (DESCRIBED_ELSEWHERE.contains(key)) {
                defaults.put(key, "");
            } else if (named != null) {
                walk(key + ".<name>", defaultsOf(named));
            } else if (component.getType().isRecord()) {
                Object nested = valueOf(component, settings);
                walk(key, nested == null ? defaultsOf(component.getType()) : nested);
            } else {
                defaults.put(isMap(component) ? key + ".<name>" : key, text(valueOf(component, settings)));
            }
        }
    }

    private static boolean isMap(RecordComponent component) {
        return Map.class.isAssignableFrom(component.getType());
    }

    private static @Nullable Class<?> namedSettings(Type type) {
        if (type instanceof ParameterizedType map && Map.class.equals(map.getRawType())) {
            return map.getActualTypeArguments()[1] instanceof Class<?> value && value.isRecord() ? value : null;
        }
        return null;
    }

    private static @Nullable Object valueOf(RecordComponent component, Object settings) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Duration duration) {
            return text(duration);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        }
        boolean empty = value == null || value instanceof Map<?, ?>;
        return empty ? "" : value.toString().replaceFirst("\\.0$", "");
    }

    private static String text(Duration duration) {
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS)) {
            if (duration.toNanos() % unit.getDuration().toNanos() == 0) {
                return DurationStyle.SIMPLE.print(duration, unit);
            }
        }
        return DurationStyle.SIMPLE.print(duration, ChronoUnit.MILLIS);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
