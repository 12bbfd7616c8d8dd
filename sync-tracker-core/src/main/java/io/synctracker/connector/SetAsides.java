package io.synctracker.connector;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records that could not be applied, and the losers of conflicts. Thread-safe. */
public interface SetAsides {

    /**
     * Returns records that could not be applied, newest first.
     *
     * @param system the external system, or {@code null} for all
     * @param before only those with a smaller number, or {@code null}
     * @param limit how many at most, 1 to 1000
     */
    List<SetAside> list(@Nullable String system, @Nullable Long before, int limit);

    /**
     * Returns conflicts, newest first.
     *
     * @param system the external system, or {@code null} for all
     * @param undecidedOnly whether to leave out those that were decided
     * @param before only those with a smaller number, or {@code null}
     * @param limit how many at most, 1 to 1000
     */
    List<KeptConflict> conflicts(@Nullable String system, boolean undecidedOnly, @Nullable Long before, int limit);

    /**
     * A record that could not be applied. It goes away when a later pull applies it.
     *
     * @param id its number
     * @param system the external system
     * @param stream the stream
     * @param externalId the record's id, if it has one
     * @param reason why
     * @param record its attributes, sensitive ones masked
     * @param runId the last run that met it
     * @param since when it was first set aside
     */
    record SetAside(
            long id,
            String system,
            String stream,
            @Nullable String externalId,
            String reason,
            Map<String, @Nullable Object> record,
            long runId,
            Instant since) {}

    /**
     * A conflict, with both sides as they were.
     *
     * @param id its number
     * @param system the external system
     * @param stream the stream
     * @param type the entity's logical type
     * @param entityId the entity's id
     * @param externalId the record's id
     * @param resolution who has won
     * @param local what the entity held, sensitive attributes masked
     * @param remote what the record held, likewise
     * @param runId the run that met it
     * @param at when
     */
    record KeptConflict(
            long id,
            String system,
            String stream,
            String type,
            String entityId,
            String externalId,
            Resolution.Kind resolution,
            Map<String, @Nullable Object> local,
            Map<String, @Nullable Object> remote,
            long runId,
            Instant at) {}
}
