package io.synctracker.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items its rows
 * @param next what {@code before}, or {@code after}, must be to get the next page; {@code null} on the last one
 */
record Slice<T>(List<T> items, @Nullable Long next) {

    /**
     * Makes a page of rows.
     *
     * @param rows one more than the page has, if there are that many
     * @param limit how many the page has
     */
    static <R, T> Slice<T> of(List<R> rows, int limit, ToLongFunction<R> id, Function<R, T> view) {
        List<R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        Long next = rows.size() > limit ? Long.valueOf(id.applyAsLong(shown.get(limit - 1))) : null;
        return new Slice<>(shown.stream().map(view).toList(), next);
    }
}
