package io.synctracker.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * Holds settings that pages mention to the reference, which the starter's own tests compare with the code. A name may
 * also be the beginning of one, such as {@code sync-tracker.targets}.
 */
final class SettingNames {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.<>-]+)` \\|");
    private static final Pattern MENTION = Pattern.compile("`(sync-tracker\\.[a-zA-Z0-9.<>-]+?)\\.?(?:=[^`]*)?`");
    private static final String TARGET = "sync-tracker.targets.<name>.http.";
    private static final String WEBHOOK = "sync-tracker.notifications.webhook.";
    private static final String CONNECTION = "sync-tracker.connections.<name>.http.";

    private final List<Pattern> known = new ArrayList<>();

    /** Reads the names from the reference pages. */
    SettingNames(Page settings, Page target, Page connector) {
        rows(settings).forEach(name -> known.add(pattern(name)));
        for (String name : rows(target.section("## All settings"))) {
            known.add(pattern(TARGET + name));
            known.add(pattern(WEBHOOK + name));
        }
        rows(connector.section("## All settings")).forEach(name -> known.add(pattern(CONNECTION + name)));
    }

    private static List<String> rows(Page page) {
        return ROW.matcher(page.text()).results().map(row -> row.group(1)).toList();
    }

    /** Every part but the first two may be left out at the end. */
    private static Pattern pattern(String name) {
        StringBuilder regex = new StringBuilder();
        String[] parts = name.split("\\.");
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].equals("<name>") ? "(?:\\[[^\\]]+]|[^.]+)" : Pattern.quote(parts[i]);
            regex.append(i == 0 ? part : "(?:\\." + part);
        }
        return Pattern.compile(regex + ")?".repeat(parts.length - 1));
    }

    /** Returns what a page says about settings that there are not. */
    List<String> problems(Page page) {
        List<String> problems = new ArrayList<>();
        for (CodeBlock block : page.codeBlocks()) {
            if (block.language().equals("yaml")) {
                for (Object document : new Yaml().loadAll(block.text())) {
                    check(page.at(block.line()), "", document, problems);
                }
            }
        }
        for (MatchResult mention : MENTION.matcher(page.text()).results().toList()) {
            check(page.path() + ": ", mention.group(1), "", problems);
        }
        return problems;
    }

    private void check(String at, String name, Object value, List<String> problems) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, child) -> check(at, name.isEmpty() ? key.toString() : name + "." + key, child, problems));
        } else if (name.startsWith("sync-tracker")
                && known.stream().noneMatch(known -> known.matcher(name).matches())) {
            problems.add(at + "there is no setting " + name);
        }
    }
}
