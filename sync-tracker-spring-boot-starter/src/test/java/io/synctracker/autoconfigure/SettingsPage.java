package io.synctracker.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The table rows of {@code docs/reference/settings.md}: key, default, meaning. */
final class SettingsPage {

    private static final Path PAGE = Path.of("..", "docs", "reference", "settings.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `(sync-tracker[^`]*)` \\| (?:`([^`]*)`)? *\\| (.*) \\|$", Pattern.MULTILINE);

    private SettingsPage() {}

    static Map<String, String> defaults() throws IOException {
        return column(2);
    }

    static Map<String, String> meanings() throws IOException {
        return column(3);
    }

    private static Map<String, String> column(int group) throws IOException {
        Map<String, String> column = new TreeMap<>();
        for (MatchResult row : ROW.matcher(Files.readString(PAGE)).results().toList()) {
            column.put(row.group(1), row.group(group) == null ? "" : row.group(group));
        }
        return column;
    }
}
