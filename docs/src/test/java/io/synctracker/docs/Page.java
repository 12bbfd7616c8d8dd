package io.synctracker.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of Markdown, read as far as the checks need it.
 *
 * @param path where it stands
 * @param text the whole page
 */
record Page(Path path, String text) {

    private static final Pattern FENCE = Pattern.compile("^(\\s*)```(\\w*)\\s*$");
    private static final Pattern EXAMPLE = Pattern.compile("^\\s*<!-- example: ([\\w./-]+) -->\\s*$");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)](?:\\(([^)\\s]+)\\)|\\[(\\w+)])");
    private static final Pattern DEFINITION = Pattern.compile("^\\[(\\w+)]: (\\S+)$");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.+)$");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");

    static Page read(Path path) {
        try {
            return new Page(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<CodeBlock> codeBlocks() {
        List<CodeBlock> blocks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher open = FENCE.matcher(lines.get(i));
            if (open.matches()) {
                int end = i + 1;
                StringBuilder code = new StringBuilder();
                while (end < lines.size() && !FENCE.matcher(lines.get(end)).matches()) {
                    code.append(unindented(lines.get(end++), open.group(1))).append('\n');
                }
                blocks.add(new CodeBlock(i + 1, open.group(2), example(lines, i), code.toString()));
                i = end;
            }
        }
        return blocks;
    }

    private static String unindented(String line, String indent) {
        return line.startsWith(indent) ? line.substring(indent.length()) : line.stripLeading();
    }

    private static @Nullable String example(List<String> lines, int fence) {
        Matcher comment = EXAMPLE.matcher(fence == 0 ? "" : lines.get(fence - 1));
        return comment.matches() ? comment.group(1) : null;
    }

    /** Returns inline links, and those that refer to a definition; one without its definition leads to its name. */
    List<Link> links() {
        Map<String, String> definitions = definitions();
        List<Link> links = new ArrayList<>();
        forEachLineOfText((number, line) -> {
            Matcher link = LINK.matcher(line);
            while (link.find()) {
                String name = link.group(3);
                String target = name == null ? link.group(2) : definitions.getOrDefault(name, name);
                links.add(new Link(number, link.group(1), target));
            }
        });
        return links;
    }

    private Map<String, String> definitions() {
        Map<String, String> definitions = new HashMap<>();
        forEachLineOfText((number, line) -> {
            Matcher definition = DEFINITION.matcher(line);
            if (definition.matches()) {
                definitions.put(definition.group(1), definition.group(2));
            }
        });
        return definitions;
    }

    /** Returns the anchors that headings and {@code <a id>} make, in GitHub's spelling. */
    Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        forEachLineOfText((number, line) -> {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String slug = slug(heading.group(1));
                int times = seen.merge(slug, 1, Integer::sum);
                anchors.add(times == 1 ? slug : slug + "-" + (times - 1));
            }
            ANCHOR.matcher(line).results().forEach(anchor -> anchors.add(anchor.group(1)));
        });
        return anchors;
    }

    private static String slug(String heading) {
        return LINK.matcher(heading)
                .replaceAll("$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-');
    }

    /** Returns list items and table rows, each as one text, with the line it begins on. */
    List<Line> items() {
        List<Line> items = new ArrayList<>();
        forEachLineOfText((number, line) -> {
            if (line.startsWith("- ") || line.startsWith("| ")) {
                items.add(new Line(number, line));
            } else if (line.startsWith("  ") && !items.isEmpty()) {
                Line last = items.remove(items.size() - 1);
                items.add(new Line(last.number(), last.text() + "\n" + line));
            }
        });
        return items;
    }

    /** Returns what stands between a heading and the next one of the same or a higher level. */
    Page section(String heading) {
        String level = heading.substring(0, heading.indexOf(' '));
        StringBuilder section = new StringBuilder();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            if (HEADING.matcher(line).matches() && line.indexOf(' ') <= level.length()) {
                inside = line.equals(heading);
            }
            // Lines outside stay as empty ones, so that numbers are those of the page.
            section.append(inside ? line : "").append('\n');
        }
        if (section.toString().isBlank()) {
            throw new IllegalArgumentException(path + " has no heading '" + heading + "'");
        }
        return new Page(path, section.toString());
    }

    private void forEachLineOfText(LineReader reader) {
        boolean code = false;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (FENCE.matcher(line).matches()) {
                code = !code;
            } else if (!code) {
                reader.read(number, line);
            }
        }
    }

    private interface LineReader {
        void read(int number, String line);
    }

    /** A line, or several that belong together. */
    record Line(int number, String text) {}

    String at(int line) {
        return path + ":" + line + ": ";
    }
}
