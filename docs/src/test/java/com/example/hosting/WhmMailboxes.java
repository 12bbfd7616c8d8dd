package com.example.hosting;

import io.synctracker.connector.RemoteRecord;
import io.synctracker.snapshot.RemoteGateway;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

// tag::snapshot-gateway[]
@Component
class WhmMailboxes implements RemoteGateway {

    private final WhmClient whm;

    WhmMailboxes(WhmClient whm) {
        this.whm = whm;
    }

    @Override
    public Optional<RemoteRecord> read(String externalId) {
        return whm.find(externalId).map(WhmMailboxes::record);
    }

    @Override
    public RemoteRecord create(Map<String, Object> attributes, String idempotencyKey) {
        return record(whm.create(attributes, idempotencyKey));
    }

    @Override
    public RemoteRecord update(String externalId, Map<String, Object> attributes, String idempotencyKey) {
        return record(whm.change(externalId, attributes));
    }

    @Override
    public void delete(String externalId, String idempotencyKey) {
        whm.remove(externalId);
    }

    private static RemoteRecord record(WhmClient.Account account) {
        return RemoteRecord.of(account.id(), account.fields());
    }
}
// end::snapshot-gateway[]
