package io.synctracker.http;

import org.jspecify.annotations.Nullable;

/**
 * How the next page is found.
 *
 * @param style by what; default {@link Style#NONE}
 * @param parameter the query parameter of the page's number, offset or cursor; default {@code page} or {@code offset}.
 *     A cursor without one is the URL of the next page
 * @param first the number or offset of the first page; default 1 for a number, 0 for an offset
 * @param sizeParameter the query parameter of the page's size; {@code null} to send none
 * @param size how many records a page is asked for; default 100, at most 5000
 * @param next points to the cursor of the next page, absent or null on the last one
 * @param more points to whether there is another page; {@code null} where answers do not say
 */
public record HttpPaging(
        Style style,
        @Nullable String parameter,
        Integer first,
        @Nullable String sizeParameter,
        Integer size,
        @Nullable String next,
        @Nullable String more) {

    /** One page is all. */
    public static final HttpPaging DEFAULT = new HttpPaging(null, null, null, null, null, null, null);

    /** {@code null} stands for the default. */
    public HttpPaging(
            @Nullable Style style,
            @Nullable String parameter,
            @Nullable Integer first,
            @Nullable String sizeParameter,
            @Nullable Integer size,
            @Nullable String next,
            @Nullable String more) {
        this.style = style == null ? Style.NONE : style;
        this.parameter = parameter == null ? this.style.parameter : parameter;
        this.first = first == null ? Integer.valueOf(this.style == Style.PAGE ? 1 : 0) : first;
        this.sizeParameter = sizeParameter;
        this.size = size == null ? Integer.valueOf(100) : size;
        this.next = next;
        this.more = more;
    }

    /** By what the next page is found. */
    public enum Style {
        /** There is one page only. */
        NONE(null),
        /** By its number; the last page is the one before an empty one, or the one that completes the total. */
        PAGE("page"),
        /** By how many records come before it; its end is found like that of numbers. */
        OFFSET("offset"),
        /** By a text of the answer; there is none on the last page. */
        CURSOR(null),
        /** By the answer's {@code Link} header with {@code rel="next"}; there is none on the last page. */
        LINK(null);

        private final @Nullable String parameter;

        Style(@Nullable String parameter) {
            this.parameter = parameter;
        }
    }
}
