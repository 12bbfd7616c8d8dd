package io.synctracker.connector;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entities a stream's records are here: declare one as a bean. Immutable.
 *
 * @param <T> the entity's class
 * @param system the connection's name
 * @param stream the stream's name
 * @param type the entity's class, which must be tracked
 * @param fields the entity's attributes, each with the record's attribute that it is written from; empty for all that are
 *     named alike. A to-one attribute is written from the external id of the other entity in the same system
 * @param naturalKey attributes of the entity that together find one that has no external id yet; empty for none
 * @param deletion how the stream tells that a record is gone
 * @param incremental whether a run without window begins where the last one ended
 * @param conflict who wins if both sides have changed
 * @param mapper writes a record into an entity; {@code null} for by the fields
 */
public record StreamBinding<T>(
        String system,
        String stream,
        Class<T> type,
        Map<String, String> fields,
        List<String> naturalKey,
        Deletion deletion,
        boolean incremental,
        ConflictStrategy conflict,
        @Nullable RecordMapper<T> mapper) {

    /** Copies what it is given. */
    public StreamBinding {
        requireNonNull(system, "system");
        requireNonNull(stream, "stream");
        requireNonNull(type, "type");
        fields = Map.copyOf(fields);
        naturalKey = List.copyOf(naturalKey);
    }

    /**
     * Returns a binding of attributes that are named alike, in which the remote side wins.
     *
     * @param <T> the entity's class
     * @param system the connection's name
     * @param stream the stream's name
     * @param type the entity's class
     */
    public static <T> StreamBinding<T> of(String system, String stream, Class<T> type) {
        return new StreamBinding<>(
                system,
                stream,
                type,
                Map.of(),
                List.of(),
                Deletion.TOMBSTONES,
                false,
                ConflictStrategy.REMOTE_WINS,
                null);
    }

    /**
     * Returns this binding with fields.
     *
     * @param value the entity's attributes, each with the record's
     */
    public StreamBinding<T> withFields(Map<String, String> value) {
        return new StreamBinding<>(system, stream, type, value, naturalKey, deletion, incremental, conflict, mapper);
    }

    /**
     * Returns this binding with a natural key.
     *
     * @param attributes the entity's attributes
     */
    public StreamBinding<T> withNaturalKey(String... attributes) {
        return new StreamBinding<>(
                system, stream, type, fields, List.of(attributes), deletion, incremental, conflict, mapper);
    }

    /**
     * Returns this binding with another way of telling what is gone.
     *
     * @param value how
     */
    public StreamBinding<T> withDeletion(Deletion value) {
        return new StreamBinding<>(system, stream, type, fields, naturalKey, value, incremental, conflict, mapper);
    }

    /**
     * Returns this binding as one of an incremental stream, or not.
     *
     * @param value whether a run begins where the last one ended
     */
    public StreamBinding<T> withIncremental(boolean value) {
        return new StreamBinding<>(system, stream, type, fields, naturalKey, deletion, value, conflict, mapper);
    }

    /**
     * Returns this binding with another strategy.
     *
     * @param value who wins if both sides have changed
     */
    public StreamBinding<T> withConflict(ConflictStrategy value) {
        return new StreamBinding<>(system, stream, type, fields, naturalKey, deletion, incremental, value, mapper);
    }

    /**
     * Returns this binding with a mapper.
     *
     * @param value writes a record into an entity
     */
    public StreamBinding<T> withMapper(RecordMapper<T> value) {
        return new StreamBinding<>(system, stream, type, fields, naturalKey, deletion, incremental, conflict, value);
    }
}
