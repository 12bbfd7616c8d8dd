package io.synctracker.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds links that lead nowhere. */
final class Links {

    private Links() {}

    /** Returns what is wrong with the links of a page. */
    static List<String> problems(Page page) {
        List<String> problems = new ArrayList<>();
        for (Link link : page.links()) {
            if (!link.leadsElsewhere()) {
                Path goal = link.path().isEmpty()
                        ? page.path()
                        : page.path().resolveSibling(link.path()).normalize();
                if (!Files.exists(goal)) {
                    problems.add(page.at(link.line()) + "leads to " + link.target() + ", which is not there");
                } else if (!hasAnchor(goal, link)) {
                    problems.add(page.at(link.line()) + "leads to " + link.target() + ", but there is no such anchor");
                }
            }
        }
        return problems;
    }

    private static boolean hasAnchor(Path goal, Link link) {
        return link.anchor().isEmpty()
                || !goal.toString().endsWith(".md")
                || Page.read(goal).anchors().contains(link.anchor());
    }
}
