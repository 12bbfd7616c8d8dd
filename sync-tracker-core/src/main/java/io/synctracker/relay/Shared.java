package io.synctracker.relay;

import io.synctracker.outbox.OutboxLeases;
import io.synctracker.store.ShortTransactions;
import io.synctracker.target.DeliveryInterceptor;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * What all workers of a relay share; all of it is thread-safe.
 *
 * @param leases the entries
 * @param transactions short ones
 * @param links where each entity stands
 * @param entities the tracked entities
 * @param settings how the relay works
 * @param listeners watch
 * @param announcer publishes what was committed
 * @param interceptors stand around every call
 * @param hung calls that were given up
 * @param calls runs the calls
 */
record Shared(
        OutboxLeases leases,
        ShortTransactions transactions,
        LinkAccess links,
        RelayEntities entities,
        RelaySettings settings,
        Listeners listeners,
        Announcer announcer,
        List<DeliveryInterceptor> interceptors,
        HungCalls hung,
        Executor calls) {

    static Shared of(
            RelayStore store, RelayEntities entities, RelaySettings settings, RelayHooks hooks, Executor calls) {
        ShortTransactions transactions = new ShortTransactions(store.dataSource());
        return new Shared(
                OutboxLeases.of(store.dataSource(), store.dialect()),
                transactions,
                new LinkAccess(store, transactions),
                entities,
                settings,
                new Listeners(hooks.listeners()),
                new Announcer(hooks.events()),
                hooks.interceptors(),
                new HungCalls(),
                calls);
    }
}
