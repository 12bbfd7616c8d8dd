package io.synctracker.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds the Java of the pages to sources that are compiled: what stands in a source between {@code // tag::name[]} and
 * {@code // end::name[]} stands in a page below {@code <!-- example: name -->}. The end of a path, such as {@code
 * notes/Note.java}, stands for the whole file.
 */
final class Examples {

    private static final Pattern TAG = Pattern.compile("(?ms)^ *// tag::([\\w-]+)\\[]\\n(.*?)^ *// end::\\1\\[]$");

    private final Map<String, String> byTag;
    private final Collection<Path> sources;

    private Examples(Map<String, String> byTag, Collection<Path> sources) {
        this.byTag = byTag;
        this.sources = sources;
    }

    static Examples in(Collection<Path> sources) {
        Map<String, String> found = new HashMap<>();
        for (Path source : sources) {
            for (MatchResult tag : TAG.matcher(read(source)).results().toList()) {
                if (found.put(tag.group(1), code(tag.group(2))) != null) {
                    throw new IllegalStateException(
                            "Two sources have an example '" + tag.group(1) + "'; one is " + source);
                }
            }
        }
        return new Examples(found, sources);
    }

    private static String code(String lines) {
        return lines.stripTrailing().stripIndent() + "\n";
    }

    /** Returns what is wrong with the Java of a page. */
    List<String> problems(Page page) {
        List<String> problems = new ArrayList<>();
        for (CodeBlock block : page.codeBlocks()) {
            String problem = block.language().equals("java") ? problem(block.example(), block.text()) : null;
            if (problem != null) {
                problems.add(page.at(block.line()) + problem);
            }
        }
        return problems;
    }

    private @Nullable String problem(@Nullable String name, String text) {
        if (name == null) {
            return "Java without <!-- example: name --> right above it";
        }
        String example = find(name);
        if (example == null) {
            return name.endsWith(".java") ? "no source is named " + name : "no source has // tag::" + name + "[]";
        }
        return example.equals(text) ? null : "differs from the example '" + name + "', which is\n" + example;
    }

    private @Nullable String find(String name) {
        return name.endsWith(".java")
                ? sources.stream()
                        .filter(source -> source.endsWith(name))
                        .findFirst()
                        .map(Examples::read)
                        .orElse(null)
                : byTag.get(name);
    }

    /** Returns the names of examples that no page shows. */
    Set<String> unused(Collection<Page> pages) {
        Set<String> unused = new TreeSet<>(byTag.keySet());
        Set<String> used = new HashSet<>();
        pages.forEach(page -> page.codeBlocks().forEach(block -> used.add(String.valueOf(block.example()))));
        unused.removeAll(used);
        return unused;
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
