package io.synctracker.store;

/** Makes text fit a column that a person reads, on every database. */
public final class ColumnText {

    /** How much of an error or a note is kept. */
    public static final int MAX = 4000;

    private ColumnText() {}

    /**
     * Fits a text into an error or note column.
     *
     * @param text any text
     * @return at most {@link #MAX} characters, with spaces for control characters and question marks for half surrogate
     *     pairs, neither of which every database stores
     */
    public static String fit(String text) {
        StringBuilder result = new StringBuilder(Math.min(text.length(), MAX));
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int width = Character.charCount(point);
            if (result.length() + width > MAX) {
                break;
            }
            result.appendCodePoint(storable(point));
            i += width;
        }
        return result.toString().strip();
    }

    private static int storable(int point) {
        if (Character.getType(point) == Character.SURROGATE) {
            return '?';
        }
        return Character.isISOControl(point) ? ' ' : point;
    }
}
