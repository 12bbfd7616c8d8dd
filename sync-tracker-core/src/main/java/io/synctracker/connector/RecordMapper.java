package io.synctracker.connector;

/**
 * Writes a record into an entity. Thread-safe; called in the transaction of the page.
 *
 * @param <T> the entity's class
 */
@FunctionalInterface
public interface RecordMapper<T> {

    /**
     * Writes a record's attributes into a new entity, or into one that is there.
     *
     * @param record the record
     * @param entity the entity, whose attributes are to be set
     * @throws RuntimeException if the record does not fit; it is set aside with the message
     */
    void write(RemoteRecord record, T entity);
}
