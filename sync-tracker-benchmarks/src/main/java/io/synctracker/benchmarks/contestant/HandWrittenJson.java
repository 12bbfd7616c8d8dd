package io.synctracker.benchmarks.contestant;

/** JSON as one writes it for one's own few types. */
final class HandWrittenJson {

    private static final int ORDINARY_LENGTH = 320;
    private static final int FIRST_PRINTABLE = 0x20;

    private HandWrittenJson() {}

    static String of(Object id, String[] names, Object[] state) {
        StringBuilder json =
                new StringBuilder(ORDINARY_LENGTH).append("{\"id\":").append(id);
        for (int column = 0; column < names.length; column++) {
            json.append(",\"").append(names[column]).append("\":");
            append(json, state[column]);
        }
        return json.append('}').toString();
    }

    private static void append(StringBuilder json, Object value) {
        if (value == null || value instanceof Number) {
            json.append(value);
            return;
        }
        json.append('"');
        String text = value.toString();
        for (int place = 0; place < text.length(); place++) {
            char letter = text.charAt(place);
            if (letter == '"' || letter == '\\') {
                json.append('\\').append(letter);
            } else if (letter < FIRST_PRINTABLE) {
                json.append(String.format("\\u%04x", (int) letter));
            } else {
                json.append(letter);
            }
        }
        json.append('"');
    }
}
