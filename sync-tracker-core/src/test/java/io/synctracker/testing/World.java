package io.synctracker.testing;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.Payload;
import io.synctracker.SyncTrackerException;
import io.synctracker.model.EntityPayload;
import io.synctracker.model.EntityRead;
import io.synctracker.model.EntityReader;
import io.synctracker.model.JsonText;
import io.synctracker.model.PayloadCodec;
import io.synctracker.model.TrackedModel;
import io.synctracker.model.TrackedModels;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Entities in memory, as an application would have them in its tables. */
public final class World implements TrackedModels, EntityReader, PayloadCodec {

    /** How many times entities were read. */
    public volatile int reads;

    private volatile boolean failsNext;

    private final Map<String, TrackedModel> models = new ConcurrentHashMap<>();
    private final Map<EntityRef, Map<String, @Nullable Object>> rows = new ConcurrentHashMap<>();
    private final Map<EntityRef, String> unreadable = new ConcurrentHashMap<>();

    /** Tracks a type for the systems. */
    public void track(String type, boolean coalesce, Set<ChangeType> tracked, String... systems) {
        models.put(type, new TrackedModel(type, Object.class, Set.of(systems), Payload.LATEST, coalesce, tracked));
    }

    public void track(String type, String... systems) {
        track(type, true, Set.of(ChangeType.values()), systems);
    }

    public void forget(String type) {
        models.remove(type);
    }

    public void put(EntityRef entity, Map<String, ?> attributes) {
        rows.put(entity, new LinkedHashMap<>(attributes));
    }

    public void remove(EntityRef entity) {
        rows.remove(entity);
    }

    /** Makes reading an entity fail. */
    public void spoil(EntityRef entity, String error) {
        unreadable.put(entity, error);
    }

    /** Makes the next read of anything fail, or not. */
    public void failNextRead(boolean fails) {
        failsNext = fails;
    }

    public void clear() {
        failsNext = false;
        models.clear();
        rows.clear();
        unreadable.clear();
        reads = 0;
    }

    /** Returns how a payload refers to an entity. */
    public static Map<String, Object> reference(EntityRef entity) {
        return Map.of("type", entity.type(), "id", entity.id());
    }

    @Override
    public Collection<TrackedModel> all() {
        return models.values();
    }

    @Override
    public Optional<TrackedModel> byName(String name) {
        return Optional.ofNullable(models.get(name));
    }

    @Override
    public Map<EntityRef, EntityRead> read(Collection<EntityRef> entities) {
        reads++;
        if (failsNext) {
            failsNext = false;
            throw new SyncTrackerException("The table is away for a moment.");
        }
        Map<EntityRef, EntityRead> found = new HashMap<>();
        for (EntityRef entity : entities) {
            Map<String, @Nullable Object> row = rows.get(entity);
            String error = unreadable.get(entity);
            if (error != null) {
                found.put(entity, new EntityRead(null, error));
            } else if (row != null) {
                found.put(entity, new EntityRead(new EntityPayload(row, row, parents(row)), null));
            }
        }
        return found;
    }

    private static List<EntityRef> parents(Map<String, @Nullable Object> row) {
        List<EntityRef> parents = new ArrayList<>();
        for (Object value : row.values()) {
            if (value instanceof Map<?, ?> map && map.get("type") instanceof String type) {
                parents.add(new EntityRef(type, String.valueOf(map.get("id"))));
            }
        }
        return parents;
    }

    @Override
    public String encode(TrackedModel model, Map<String, @Nullable Object> attributes) {
        return JsonText.write(attributes);
    }

    @Override
    public String encode(Set<String> sensitive, Map<String, @Nullable Object> attributes) {
        return JsonText.write(attributes);
    }

    @Override
    public Map<String, @Nullable Object> decode(String json) {
        return JsonText.readMap(json);
    }

    @Override
    public Map<String, @Nullable Object> masked(String json) {
        Map<String, @Nullable Object> read = new LinkedHashMap<>(JsonText.readMap(json));
        if (read.containsKey("poison")) {
            throw new SyncTrackerException("poison");
        }
        read.replaceAll((name, value) -> name.equals("secret") ? "***" : value);
        return read;
    }
}
