package io.synctracker.http;

import io.synctracker.connector.BindingSettings;
import io.synctracker.connector.Deletion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entities a stream's records are here; see {@link BindingSettings}.
 *
 * @param model the logical name of the tracked entity; {@code null} where a bean binds the stream
 * @param fields the entity's attributes, each with a member of the record or a JSON pointer into it; nothing else of the
 *     record is read. Empty for all members
 * @param naturalKey attributes of the entity that together find one that has no external id yet
 * @param deletion how the stream tells that a record is gone; default {@link Deletion#TOMBSTONES}
 * @param incremental whether a pull without window begins where the last one ended; default {@code false}
 * @param conflict who wins if both sides have changed; default {@code remote-wins}
 * @param remoteAttributes for {@code merge}, the attributes that the record is the master of
 */
public record HttpBinding(
        @Nullable String model,
        Map<String, String> fields,
        List<String> naturalKey,
        Deletion deletion,
        boolean incremental,
        String conflict,
        Set<String> remoteAttributes) {

    /** Bound by a bean. */
    public static final HttpBinding DEFAULT = new HttpBinding(null, null, null, null, false, null, null);

    /** Copies what it is given; {@code null} stands for the default. */
    public HttpBinding(
            @Nullable String model,
            @Nullable Map<String, String> fields,
            @Nullable List<String> naturalKey,
            @Nullable Deletion deletion,
            boolean incremental,
            @Nullable String conflict,
            @Nullable Set<String> remoteAttributes) {
        this.model = model;
        this.fields = fields == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.naturalKey = naturalKey == null ? List.of() : List.copyOf(naturalKey);
        this.deletion = deletion == null ? Deletion.TOMBSTONES : deletion;
        this.incremental = incremental;
        this.conflict = conflict == null ? "remote-wins" : conflict;
        this.remoteAttributes = remoteAttributes == null
                ? Set.of()
                : Collections.unmodifiableSet(new LinkedHashSet<>(remoteAttributes));
    }
}
