package io.synctracker.benchmarks.report;

import java.util.Locale;

/** A table in Markdown. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    /**
     * Begins one.
     *
     * @param heads of its columns; all but the first are aligned to the right
     */
    Table(String... heads) {
        text.append("\n| ").append(String.join(" | ", heads)).append(" |\n|---|");
        text.append("---:|".repeat(heads.length - 1)).append('\n');
    }

    Table row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        return this;
    }

    static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Override
    public String toString() {
        return text.append('\n').toString();
    }
}
