package io.synctracker.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.outbox.ClaimRequest;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.outbox.OutboxLeases;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.DepotTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lease of 60 s, of which a call may need 30 s. */
class HoldingTest extends DepotTest {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private Holding holding;
    private List<LeasedEntry> entries;

    HoldingTest() {
        super(Vendor.H2);
    }

    @BeforeEach
    void take() {
        OutboxLeases leases = OutboxLeases.of(depot.dataSource(), depot.dialect());
        holding = new Holding(leases, LEASE, Duration.ofSeconds(30));
        depot.change(CRM, ANN, ChangeType.CREATE);
        entries = leases.claim(new ClaimRequest(CRM, 1, LEASE, 5, type -> true)).entries();
    }

    private void takenBefore(Duration time) {
        holding.taken(entries, System.nanoTime() - time.toNanos());
    }

    private Call call() {
        LeasedEntry entry = entries.get(0);
        return new Call(List.of(new EntryDelivery(entry, entry.change(), null, Map.of(), null)));
    }

    @Test
    void a_fresh_lease_covers_a_call() {
        takenBefore(Duration.ZERO);

        assertThat(holding.covers(call())).isTrue();
        assertThat(holding.mayNeedRenewal()).isFalse();
    }

    @Test
    void a_lease_is_renewed_before_it_is_too_short_for_a_call() {
        takenBefore(Duration.ofSeconds(25));

        assertThat(holding.covers(call())).isTrue();
        assertThat(holding.mayNeedRenewal()).isTrue();
    }

    @Test
    void a_lease_that_a_call_could_outlive_covers_none() {
        takenBefore(Duration.ofSeconds(31));

        assertThat(holding.covers(call())).isFalse();
    }

    @Test
    void a_renewed_lease_counts_from_the_renewal() {
        takenBefore(Duration.ofSeconds(50));

        assertThat(holding.renew(entries)).containsExactlyElementsOf(entries);

        assertThat(holding.covers(call())).isTrue();
    }

    @Test
    void what_was_never_taken_covers_nothing() {
        assertThat(holding.covers(call())).isFalse();
    }
}
