package io.synctracker.snapshot;

import io.synctracker.connector.Connections;
import io.synctracker.connector.RecordMapper;
import io.synctracker.connector.RemoteRecord;
import io.synctracker.connector.StreamBinding;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DatabaseTest;
import io.synctracker.testing.Host;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;

/** Mailboxes that are read here and changed at a hosting company. */
abstract class SnapshotTest extends DatabaseTest {

    static final String SYSTEM = "whm";
    static final Instant NOW = Instant.parse("2026-03-28T12:00:00Z");
    static final RecordMapper<Mailbox> MAPPER = (record, mailbox) -> {
        mailbox.email = (String) record.attributes().get("email");
        mailbox.quota = ((Number) Objects.requireNonNull(record.attributes().get("quota"))).intValue();
    };
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    HostingCompany company;
    Desk desk;
    Snapshots snapshots;
    SyncedRepository<Mailbox, Long> mailboxes;
    StreamBinding<Mailbox> binding;

    SnapshotTest(Vendor vendor) {
        super(vendor);
    }

    @Override
    protected Host start(Vendor vendor) {
        return Host.on(vendor, Mailbox.class);
    }

    @BeforeEach
    void open() {
        host.jdbc().update("delete from Mailbox");
        company = new HostingCompany();
        desk = new Desk(() -> snapshots);
        snapshots = Snapshots.of(new SnapshotParts(
                host.entityManagerFactory(),
                Objects.requireNonNull(host.transactions().getTransactionManager()),
                host.models(),
                host.tracker(),
                () -> desk,
                this::connections,
                CLOCK));
        binding = Snapshots.keeping(
                StreamBinding.of(SYSTEM, "mailboxes", Mailbox.class).withMapper(MAPPER), CLOCK);
        mailboxes = snapshots.repository(binding, company);
    }

    Connections connections() {
        throw new UnsupportedOperationException();
    }

    /** Makes a record there and its row here, as a pull does; returns the row's id. */
    long pulled(String externalId, String email, int quota) {
        RemoteRecord record = company.put(externalId, email, quota);
        return host.call(entities -> host.tracker().applyingFrom(SYSTEM, () -> {
            Mailbox mailbox = host.tracker()
                    .findByExternalId(externalId, SYSTEM, Mailbox.class)
                    .orElseGet(Mailbox::new);
            Objects.requireNonNull(binding.mapper()).write(record, mailbox);
            entities.persist(mailbox);
            host.tracker().markAsSynced(mailbox, externalId, SYSTEM);
            return mailbox.id;
        }));
    }

    Mailbox row(long id) {
        return mailboxes.find(id).orElseThrow();
    }
}
