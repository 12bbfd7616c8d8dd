package io.synctracker.docs;

/**
 * A link of a page.
 *
 * @param line where it stands, from 1
 * @param text what a reader sees
 * @param target where it leads
 */
record Link(int line, String text, String target) {

    boolean leadsElsewhere() {
        return target.startsWith("https://") || target.startsWith("http://") || target.startsWith("mailto:");
    }

    String path() {
        return target.contains("#") ? target.substring(0, target.indexOf('#')) : target;
    }

    String anchor() {
        return target.contains("#") ? target.substring(target.indexOf('#') + 1) : "";
    }
}
