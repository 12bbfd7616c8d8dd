package io.synctracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HttpConnectorPageTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "http-connector.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.<>-]+)` \\| (?:`(.+?)`)? \\|");

    @Test
    void the_page_and_the_options_name_the_same_settings_and_defaults() throws Exception {
        Map<String, String> options = new LinkedHashMap<>();
        collect("", new HttpConnectorOptions(null, null, null, null, null, null, null), options);
        options.remove("streams.<name>");
        collect("streams.<name>.", new HttpStreamOptions(null, null, null, null, null, null, null), options);

        assertThat(page()).containsExactlyEntriesOf(options);
    }

    private static Map<String, String> page() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        String settings = Files.readString(PAGE).split("## All settings|## Credentials")[1];
        for (Matcher row = ROW.matcher(settings); row.find(); ) {
            rows.put(row.group(1), row.group(2) == null ? "" : row.group(2));
        }
        return rows;
    }

    private static void collect(String prefix, Record options, Map<String, String> found) throws Exception {
        for (RecordComponent component : options.getClass().getRecordComponents()) {
            String name = prefix + kebab(component.getName());
            Object value = component.getAccessor().invoke(options);
            if (value instanceof Record part) {
                collect(name + ".", part, found);
            } else {
                found.put(value instanceof Map ? name + ".<name>" : name, text(value));
            }
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null || value instanceof Map || value instanceof Collection) {
            return "";
        }
        String text = value instanceof Duration duration ? duration.toSeconds() + "s" : value.toString();
        return value instanceof Enum ? kebab(text.toLowerCase(Locale.ROOT)) : text;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
