package io.synctracker.snapshot;

import io.synctracker.connector.ConnectionTest;
import io.synctracker.connector.Connector;
import io.synctracker.connector.FetchRequest;
import io.synctracker.connector.RecordPage;
import io.synctracker.connector.RemoteRecord;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An external system that answers, refuses, or does what it was asked and does not say so. */
final class HostingCompany implements RemoteGateway, Connector {

    final Map<String, Map<String, @Nullable Object>> records = new ConcurrentHashMap<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    @Nullable
    RuntimeException before;

    @Nullable
    RuntimeException after;

    RemoteRecord put(String id, String email, int quota) {
        records.put(id, new LinkedHashMap<>(Map.of("email", email, "quota", quota)));
        return record(id);
    }

    @Override
    public String name() {
        return SnapshotTest.SYSTEM;
    }

    @Override
    public List<String> streams() {
        return List.of("mailboxes");
    }

    @Override
    public ConnectionTest test() {
        return new ConnectionTest(true, "it answers", Duration.ZERO);
    }

    @Override
    public RecordPage fetch(FetchRequest request) {
        return RecordPage.last(records.keySet().stream().map(this::record).toList());
    }

    private RemoteRecord record(String id) {
        return RemoteRecord.of(id, new LinkedHashMap<>(records.get(id)));
    }

    private void fail(@Nullable RuntimeException failure) {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Optional<RemoteRecord> read(String externalId) {
        return records.containsKey(externalId) ? Optional.of(record(externalId)) : Optional.empty();
    }

    @Override
    public RemoteRecord create(Map<String, @Nullable Object> attributes, String idempotencyKey) {
        calls.add("create");
        fail(before);
        String id = keys.computeIfAbsent(idempotencyKey, key -> {
            String made = "m" + numbers.incrementAndGet();
            records.put(made, new LinkedHashMap<>(attributes));
            return made;
        });
        fail(after);
        return record(id);
    }

    @Override
    public RemoteRecord update(String externalId, Map<String, @Nullable Object> attributes, String idempotencyKey) {
        calls.add("update " + externalId);
        fail(before);
        records.get(externalId).putAll(attributes);
        fail(after);
        return record(externalId);
    }

    @Override
    public void delete(String externalId, String idempotencyKey) {
        calls.add("delete " + externalId);
        fail(before);
        records.remove(externalId);
        fail(after);
    }
}
