package io.synctracker.snapshot;

import static java.util.Objects.requireNonNull;

import io.synctracker.connector.RemoteRecord;
import io.synctracker.connector.StreamBinding;
import io.synctracker.model.EntityMapping;
import io.synctracker.store.Codes;

/** One kind of record, the entities that stand for it, and the gateway to it. Immutable. */
record Snapshot<T>(StreamBinding<T> binding, EntityMapping mapping, RemoteGateway gateway) {

    private static final int MAX_ACTION = 64;

    /** What a snapshot's jobs do. */
    enum Kind {
        CREATE,
        UPDATE,
        DELETE
    }

    Snapshot {
        if (("create_" + mapping.name()).length() > MAX_ACTION) {
            throw new InvalidSnapshotException("The name '" + mapping.name()
                    + "' is too long for a snapshot: its jobs are named after it, in " + MAX_ACTION
                    + " characters. Give the entity a shorter name with @SyncTracked.");
        }
    }

    String system() {
        return binding.system();
    }

    String model() {
        return mapping.name();
    }

    Class<T> type() {
        return binding.type();
    }

    String action(Kind kind) {
        return Codes.of(kind) + "_" + model();
    }

    String idText(Object entity) {
        Object id = requireNonNull(mapping.idOf(entity), "a saved entity has an id");
        return mapping.ref(id).id();
    }

    void write(RemoteRecord record, T entity) {
        mapper().write(record, entity);
    }

    String hash(RemoteRecord record) {
        return mapper().hash(record);
    }

    private KeepingMapper<T> mapper() {
        return (KeepingMapper<T>) requireNonNull(binding.mapper());
    }
}
