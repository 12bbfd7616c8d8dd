package io.synctracker.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one stream is pulled over HTTP. Immutable; every part has a default.
 *
 * @param path what is appended to the connection's URL, or an absolute URL of the same host; default nothing
 * @param order where the stream stands among the others, smaller numbers first; default 0, and streams of one number keep
 *     the order in which they were given
 * @param query parameters of each request by name; no place for secrets
 * @param paging how the next page is found
 * @param window how the system is told which records are meant
 * @param records where the records are in an answer
 * @param binding which entities the records are here
 */
public record HttpStreamOptions(
        String path,
        Integer order,
        Map<String, String> query,
        HttpPaging paging,
        HttpWindow window,
        HttpRecords records,
        HttpBinding binding) {

    /** Copies what it is given; {@code null} stands for the default. */
    public HttpStreamOptions(
            @Nullable String path,
            @Nullable Integer order,
            @Nullable Map<String, String> query,
            @Nullable HttpPaging paging,
            @Nullable HttpWindow window,
            @Nullable HttpRecords records,
            @Nullable HttpBinding binding) {
        this.path = path == null ? "" : path.strip();
        this.order = order == null ? Integer.valueOf(0) : order;
        this.query = query == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(query));
        this.paging = paging == null ? HttpPaging.DEFAULT : paging;
        this.window = window == null ? HttpWindow.DEFAULT : window;
        this.records = records == null ? HttpRecords.DEFAULT : records;
        this.binding = binding == null ? HttpBinding.DEFAULT : binding;
    }
}
