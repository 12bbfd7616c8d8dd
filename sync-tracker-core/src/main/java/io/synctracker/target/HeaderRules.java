package io.synctracker.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand in a header. Nothing that is refused here is ever written, so no header can begin another one. */
final class HeaderRules {

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E\\t]+");
    /** What the client writes itself. */
    private static final Set<String> RESERVED =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private HeaderRules() {}

    /** Refuses a header name that cannot be sent. */
    static void checkName(TargetSettings settings, String setting, String name) {
        settings.check(
                setting,
                NAME.matcher(name).matches(),
                "names the header '" + Redaction.NONE.clean(name)
                        + "', which is no header name: use letters, digits and hyphens.");
        settings.check(
                setting,
                !RESERVED.contains(name.toLowerCase(Locale.ROOT)),
                "names the header " + name + ", which the HTTP client sets itself: remove it.");
    }

    static boolean isValue(String value) {
        return VALUE.matcher(value).matches();
    }

    /** Returns the text with everything but visible ASCII percent-encoded, and the percent sign with it. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(UTF_8)) {
            boolean visible = octet > ' ' && octet < 0x7F && octet != '%';
            encoded.append(visible ? String.valueOf((char) octet) : String.format(Locale.ROOT, "%%%02X", octet));
        }
        return encoded.toString();
    }
}
