package io.synctracker.snapshot;

import io.synctracker.connector.RecordMapper;
import io.synctracker.connector.RemoteRecord;
import io.synctracker.connector.StreamBinding;
import io.synctracker.model.ContentHash;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a record into an entity as the application's mapper does, and the record's hash onto the row. */
record KeepingMapper<T>(RecordMapper<T> mapper, Collection<String> names, Clock clock) implements RecordMapper<T> {

    static <T> StreamBinding<T> in(StreamBinding<T> binding, Clock clock) {
        RecordMapper<T> mapper = binding.mapper();
        if (mapper instanceof KeepingMapper) {
            return binding;
        }
        if (mapper == null) {
            throw new InvalidSnapshotException("The binding of the stream '" + binding.stream() + "' of "
                    + binding.system()
                    + " has no mapper. Give it one with withMapper, so that a change and a pull write "
                    + binding.type().getSimpleName() + " alike.");
        }
        if (!SyncStatusOwner.class.isAssignableFrom(binding.type())) {
            throw new InvalidSnapshotException(binding.type().getName()
                    + " has no sync state on its row. Embed a SyncStatusFields in it, and let it implement"
                    + " SyncStatusOwner.");
        }
        return binding.withMapper(new KeepingMapper<>(mapper, binding.fields().values(), clock));
    }

    @Override
    public void write(RemoteRecord record, T entity) {
        mapper.write(record, entity);
        ((SyncStatusOwner) entity).syncStatus().markSynced(hash(record), clock.instant());
    }

    String hash(RemoteRecord record) {
        if (names.isEmpty()) {
            return ContentHash.of(record.attributes());
        }
        Map<String, @Nullable Object> content = new TreeMap<>(record.attributes());
        content.keySet().retainAll(names);
        return ContentHash.of(content);
    }
}
