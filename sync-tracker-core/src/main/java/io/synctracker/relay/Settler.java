package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.SyncState;
import io.synctracker.SyncStatus;
import io.synctracker.SyncTrackerException;
import io.synctracker.outbox.LeasedEntry;
import io.synctracker.outbox.OutboxLeases;
import io.synctracker.outbox.SyncLogStatus;
import io.synctracker.store.ShortTransactions;
import io.synctracker.tracking.LinkChange;
import io.synctracker.tracking.Links;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Writes what came of entries, and tells it when it is committed. */
final class Settler {

    private static final Logger LOGGER = LoggerFactory.getLogger(Settler.class);

    private final String system;
    private final ShortTransactions transactions;
    private final OutboxLeases leases;
    private final LinkAccess links;
    private final RelayListener listeners;
    private final Announcer announcer;

    Settler(
            String system,
            ShortTransactions transactions,
            OutboxLeases leases,
            LinkAccess links,
            RelayListener listeners,
            Announcer announcer) {
        this.system = system;
        this.transactions = transactions;
        this.leases = leases;
        this.links = links;
        this.listeners = listeners;
        this.announcer = announcer;
    }

    /** What was written, and where the entity stands since, if that was noted. */
    private record Written(Result result, @Nullable SyncState state) {}

    /**
     * What came of settling.
     *
     * @param results what was written
     * @param woken how many entries can be taken now
     */
    record Settled(List<Result> results, int woken) {}

    /**
     * Settles results in one transaction, and one by one if that fails because of one of them.
     *
     * @param open the results; those that are through are taken out
     * @return what was written; not what is another relay's by now
     * @throws RuntimeException if the database failed; this may be called again with what is left
     */
    Settled settle(List<Result> open) {
        List<Written> written = new ArrayList<>();
        int before = open.size();
        try {
            written.addAll(write(open));
            open.clear();
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            if (isOutage(e)) {
                throw e;
            }
            settleOneByOne(open, written);
        }
        listeners.leaseLost(system, before - open.size() - written.size());
        int woken = wakeNext(written);
        written.forEach(this::tell);
        return new Settled(written.stream().map(Written::result).toList(), woken);
    }

    private void settleOneByOne(List<Result> open, List<Written> written) {
        try {
            while (!open.isEmpty()) {
                written.addAll(writeAlone(open.get(0)));
                open.remove(0);
            }
        } catch (RuntimeException e) {
            // What was written must be told, so that is first; what is left fails again, and then by itself.
            if (written.isEmpty()) {
                throw e;
            }
            LOGGER.debug("Cannot settle the rest of the deliveries to {} yet", system, e);
        }
    }

    /** Whatever a target put into its answer, it is the answer that fails and not the relay. */
    private List<Written> writeAlone(Result result) {
        try {
            return write(List.of(result));
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            if (isOutage(e)) {
                throw e;
            }
            String what =
                    e instanceof SyncTrackerException known ? String.valueOf(known.getMessage()) : ErrorText.of(e);
            return write(List.of(result.unusable("The answer cannot be noted. " + what)));
        }
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof TransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransientDataAccessException;
    }

    private List<Written> write(List<Result> results) {
        return transactions.call(() -> {
            Set<LeasedEntry> ours =
                    leases.settle(results.stream().map(Result::settlement).toList());
            List<Result> mine = results.stream()
                    .filter(result -> ours.contains(result.entry()))
                    // One order for all relays, so that no two of them wait for each other.
                    .sorted(Comparator.comparing(
                                    (Result result) -> result.entry().entity().type())
                            .thenComparing(result -> result.entry().entity().id()))
                    .toList();
            return writeLinks(mine);
        });
    }

    private List<Written> writeLinks(List<Result> results) {
        List<LinkChange> changes = new ArrayList<>();
        for (Result result : results) {
            if (result.link() != null) {
                changes.add(result.link());
            }
        }
        // One that is refused in a batch is tried again alone.
        List<Links.Outcome> outcomes = results.size() == 1 ? links.write(changes) : links.writeAtOnce(changes);
        List<Written> written = new ArrayList<>();
        int next = 0;
        for (Result result : results) {
            written.add(result.link() == null ? new Written(result, null) : written(result, outcomes.get(next++)));
        }
        return written;
    }

    private Written written(Result result, Links.Outcome outcome) {
        if (outcome instanceof Links.Outcome.Written noted) {
            return new Written(result, noted.state());
        }
        String error = ((Links.Outcome.Taken) outcome).clash().getMessage();
        Result failed = result.unusable(String.valueOf(error));
        leases.amend(failed.settlement());
        LinkChange change = LinkChange.failed(
                result.entry().change(),
                system,
                SyncStatus.FAILED,
                String.valueOf(failed.settlement().error()));
        return links.write(List.of(change)).get(0) instanceof Links.Outcome.Written noted
                ? new Written(failed, noted.state())
                : new Written(failed, null);
    }

    private int wakeNext(List<Written> written) {
        List<EntityRef> through = written.stream()
                .map(entry -> entry.result().settlement())
                .filter(settlement -> settlement.status() != SyncLogStatus.PENDING)
                .map(settlement -> settlement.entry().entity())
                .toList();
        try {
            return leases.wakeNext(system, through);
        } catch (DataAccessException | TransactionException e) {
            // What has been settled stays so; what is behind it wakes by itself, later.
            LOGGER.debug("Cannot wake what waits behind the deliveries to {}", system, e);
            return 0;
        }
    }

    private void tell(Written written) {
        listeners.settled(system, written.result().outcome());
        if (written.state() != null) {
            announcer.announce(written.result(), written.state());
        }
    }
}
