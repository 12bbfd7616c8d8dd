package com.example.partner;

import io.synctracker.connector.ConnectionTest;
import io.synctracker.connector.Connector;
import io.synctracker.connector.ConnectorUnavailableException;
import io.synctracker.connector.FetchRequest;
import io.synctracker.connector.FetchWindow;
import io.synctracker.connector.RecordPage;
import io.synctracker.connector.RemoteRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

// tag::own-connector[]
@Component
class PartnerConnector implements Connector {

    private final PartnerClient partner;

    PartnerConnector(PartnerClient partner) {
        this.partner = partner;
    }

    @Override
    public String name() {
        return "partner";
    }

    @Override
    public List<String> streams() {
        return List.of("campaigns", "coupons");
    }

    @Override
    public RecordPage fetch(FetchRequest request) throws IOException {
        FetchWindow window = request.window();
        try {
            PartnerClient.Batch batch = partner.list(
                    request.stream(),
                    window == null ? null : window.start(),
                    window == null ? null : window.end(),
                    request.checkpoint());
            List<RemoteRecord> records =
                    batch.items().stream().map(PartnerConnector::record).toList();
            return new RecordPage(records, batch.nextCursor(), batch.nextCursor() == null, batch.total());
        } catch (PartnerClient.BusyException e) {
            throw new ConnectorUnavailableException("The partner asks to wait.", e.pause());
        }
    }

    private static RemoteRecord record(PartnerClient.Item item) {
        return item.deleted()
                ? RemoteRecord.gone(item.id()).changedAt(item.modified())
                : RemoteRecord.of(item.id(), item.fields()).changedAt(item.modified());
    }

    @Override
    public ConnectionTest test() {
        try {
            return new ConnectionTest(true, "Signed in as " + partner.whoAmI(), Duration.ZERO);
        } catch (IOException e) {
            return new ConnectionTest(false, "The partner does not answer.", Duration.ZERO);
        }
    }
}
// end::own-connector[]
