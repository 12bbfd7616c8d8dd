package io.synctracker.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds pages to tests: {@code `Class#method`} on a page names a test that is there and that is run. */
final class Proofs {

    private static final Pattern PROOF = Pattern.compile("`(\\w+)#(\\w+)`");

    private final Map<String, String> sources = new HashMap<>();

    Proofs(List<Path> paths) {
        for (Path path : paths) {
            String type = path.getFileName().toString().replace(".java", "");
            sources.merge(type, read(path), (one, other) -> one + other);
        }
    }

    /** Returns what is wrong with the proofs of a page. */
    List<String> problems(Page page) {
        List<String> problems = new ArrayList<>();
        for (MatchResult proof : PROOF.matcher(page.text()).results().toList()) {
            String problem = problem(proof.group(1), proof.group(2));
            if (problem != null) {
                problems.add(page.path() + ": " + problem);
            }
        }
        for (Link link : page.links()) {
            Matcher proof = PROOF.matcher(link.text());
            if (proof.matches() && !leadsTo(page, link, proof.group(1), proof.group(2))) {
                problems.add(page.at(link.line()) + link.target() + " is not the source of " + link.text());
            }
        }
        return problems;
    }

    /** Several sources may have the same name; the link says which. */
    private static boolean leadsTo(Page page, Link link, String type, String method) {
        Path source = page.path().resolveSibling(link.path()).normalize();
        return source.endsWith(type + ".java") && Files.exists(source) && isTest(read(source), method);
    }

    private @Nullable String problem(String type, String method) {
        String source = sources.get(type);
        if (source == null) {
            return "there is no " + type;
        }
        if (!isTest(source, method)) {
            return type + " has no test " + method;
        }
        return isRun(source, type) ? null : type + " is abstract, and no class extends it";
    }

    private static boolean isTest(String source, String method) {
        return Pattern.compile("(?s)@(?:Test|ParameterizedTest|RepeatedTest)\\b(?:(?!\\bvoid\\b|;).)*\\bvoid " + method
                        + "\\(")
                .matcher(source)
                .find();
    }

    private boolean isRun(String source, String type) {
        return !source.contains("abstract class " + type + " ")
                || sources.values().stream().anyMatch(other -> other.contains(" extends " + type + " "));
    }

    /** Returns the list items and table rows of a page that no test stands behind. */
    static List<String> unproven(Page page) {
        List<String> unproven = new ArrayList<>();
        for (Page.Line item : page.items()) {
            boolean frame = item.text().matches("\\| ?:?-.*") || item.text().startsWith("| # ");
            if (!frame && !PROOF.matcher(item.text()).find()) {
                unproven.add(page.at(item.number()) + item.text());
            }
        }
        return unproven;
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
