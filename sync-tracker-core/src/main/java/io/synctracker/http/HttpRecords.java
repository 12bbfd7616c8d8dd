package io.synctracker.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the records are in an answer. Each place is a JSON pointer (RFC 6901) such as {@code /data/items}, or the name of a
 * member such as {@code items}.
 *
 * @param list the list of records; default the whole answer
 * @param total how many records there are in all pages; {@code null} where answers do not say
 * @param id a record's id, a text or a whole number; default {@code /id}
 * @param changedAt when a record was changed: ISO 8601, or seconds or milliseconds since 1970; {@code null} for nowhere
 * @param deleted whether a record is gone: {@code true}, a number other than 0, or a text other than {@code false}, such
 *     as a time; {@code null} for nowhere
 * @param deletedValues the texts that mean it is gone, where others do not; empty for the rule above
 */
public record HttpRecords(
        String list,
        @Nullable String total,
        String id,
        @Nullable String changedAt,
        @Nullable String deleted,
        List<String> deletedValues) {

    /** The answer is the list. */
    public static final HttpRecords DEFAULT = new HttpRecords(null, null, null, null, null, null);

    /** Copies what it is given; {@code null} stands for the default. */
    public HttpRecords(
            @Nullable String list,
            @Nullable String total,
            @Nullable String id,
            @Nullable String changedAt,
            @Nullable String deleted,
            @Nullable List<String> deletedValues) {
        this.list = list == null ? "" : list;
        this.total = total;
        this.id = id == null ? "/id" : id;
        this.changedAt = changedAt;
        this.deleted = deleted;
        this.deletedValues = deletedValues == null ? List.of() : List.copyOf(deletedValues);
    }
}
