package io.synctracker.faults;

import io.synctracker.EntityRef;
import io.synctracker.outbox.Answers;
import io.synctracker.outbox.Claim;
import io.synctracker.outbox.ClaimRequest;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.outbox.OutboxLeases;
import io.synctracker.outbox.Settlement;
import io.synctracker.outbox.Standing;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Leases that tell how far a relay has come. */
class WatchedLeases implements OutboxLeases {

    private final OutboxLeases leases;
    private final Hooks hooks;

    WatchedLeases(OutboxLeases leases, Hooks hooks) {
        this.leases = leases;
        this.hooks = hooks;
    }

    private static <R> R during(Phase phase, Supplier<R> work) {
        Phase outer = Phase.current();
        Phase.enter(phase);
        try {
            return work.get();
        } finally {
            Phase.enter(outer);
        }
    }

    @Override
    public Claim claim(ClaimRequest request) {
        Claim claim = during(Phase.CLAIM, () -> leases.claim(request));
        if (!claim.entries().isEmpty()) {
            hooks.reached(Point.CLAIMED);
        }
        return claim;
    }

    @Override
    public Set<LeasedEntry> renew(Collection<LeasedEntry> entries, Duration lease) {
        return during(Phase.RENEW, () -> leases.renew(entries, lease));
    }

    @Override
    public Set<LeasedEntry> settle(List<Settlement> settlements) {
        hooks.reached(Point.SETTLING);
        Set<LeasedEntry> settled = leases.settle(settlements);
        if (!settled.isEmpty()) {
            // Until the transaction that this joins has ended.
            Phase.enter(Phase.SETTLE);
        }
        return settled;
    }

    @Override
    public void amend(Settlement settlement) {
        leases.amend(settlement);
    }

    @Override
    public int wakeNext(String system, Collection<EntityRef> entities) {
        return during(Phase.OTHER, () -> leases.wakeNext(system, entities));
    }

    @Override
    public boolean isOpen(String system) {
        return during(Phase.OTHER, () -> leases.isOpen(system));
    }

    @Override
    public boolean answered(Answers answers) {
        return during(Phase.OTHER, () -> leases.answered(answers));
    }

    @Override
    public Map<EntityRef, Standing> standings(String system, Collection<EntityRef> entities) {
        return during(Phase.OTHER, () -> leases.standings(system, entities));
    }
}
