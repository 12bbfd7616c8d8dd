package io.synctracker.outbox;

import io.synctracker.EntityRef;
import io.synctracker.store.Dialect;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * How a relay takes entries, keeps them and says what became of them; for the relay. A lease is a token and a time on
 * the row: it ends by itself, by the database's clock, and whoever has lost it can write nothing any more. Thread-safe.
 */
public interface OutboxLeases {

    /**
     * Gives access to the entries of a database.
     *
     * @param dataSource the database
     * @param dialect its dialect
     */
    static OutboxLeases of(DataSource dataSource, Dialect dialect) {
        return new JdbcLeases(dataSource, dialect);
    }

    /**
     * Takes due entries, in a transaction of its own. Of each entity it takes the first, folds into it what waits behind
     * it, and counts an attempt.
     *
     * @param request what is asked for
     * @return what is given; nothing while the target is paused or its circuit is open
     */
    Claim claim(ClaimRequest request);

    /**
     * Renews leases, in a transaction of its own.
     *
     * @param entries what is held
     * @param lease for how long from now
     * @return those that are still the holder's; the others must not be delivered
     */
    Set<LeasedEntry> renew(Collection<LeasedEntry> entries, Duration lease);

    /**
     * Writes what becomes of entries that are still the holder's; joins the thread's transaction, which must be one of
     * {@link io.synctracker.store.ShortTransactions}.
     *
     * @param settlements one of each lease
     * @return the entries that were still the holder's; about the others nothing was written, and nothing may be
     */
    Set<LeasedEntry> settle(List<Settlement> settlements);

    /**
     * Writes that something else becomes of an entry; joins the transaction that has settled it.
     *
     * @param settlement of an entry that {@link #settle} has returned
     */
    void amend(Settlement settlement);

    /**
     * Wakes what waits behind entries that are through. To be called after the commit that settled them.
     *
     * @param system the target
     * @param entities whose entries are through
     * @return how many entries were woken
     */
    int wakeNext(String system, Collection<EntityRef> entities);

    /**
     * Returns whether calls may be made: the target is not paused, and its circuit is not open.
     *
     * @param system the target
     */
    boolean isOpen(String system);

    /**
     * Notes how a target has answered, and opens or closes its circuit; in a transaction of its own.
     *
     * @param answers how
     * @return whether more calls may be made now
     */
    boolean answered(Answers answers);

    /**
     * Returns what the entries of some entities say, in a transaction of its own.
     *
     * @param system the target
     * @param entities which ones
     * @return the standing of each that has entries
     */
    Map<EntityRef, Standing> standings(String system, Collection<EntityRef> entities);
}
