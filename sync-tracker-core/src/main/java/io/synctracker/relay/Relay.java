package io.synctracker.relay;

/**
 * Delivers what the outbox holds: takes entries under a lease, calls the target, and settles what it answered, in order
 * for each entity. Several relays, in one process or many, share the work. Thread-safe.
 */
public interface Relay extends RelaySignal, AutoCloseable {

    /**
     * Builds a relay that does nothing until it is started or turned by hand.
     *
     * @param store the database
     * @param entities the tracked entities
     * @param targets who receives
     * @param settings how
     * @param hooks who listens
     * @return the relay
     */
    static Relay of(
            RelayStore store, RelayEntities entities, Targets targets, RelaySettings settings, RelayHooks hooks) {
        return new BackgroundRelay(store, entities, targets, settings, hooks);
    }

    /** Starts delivering in the background. Does nothing if it is running already; may be called after a stop. */
    void start();

    /**
     * Stops: takes no more, waits a bounded time for the calls under way, settles them, and gives back what it holds.
     * Does nothing if it is not running.
     */
    void stop();

    /** Returns whether it delivers in the background. */
    boolean isRunning();

    /**
     * Has a target's entries looked at now, rather than at the next poll.
     *
     * @param system the target's name; one that is not declared here is ignored
     */
    void wake(String system);

    /**
     * Takes the due entries of every target once, up to a batch, and returns when they are settled. Works whether the
     * relay runs in the background or not.
     *
     * @return how many entries were settled; 0 when none was due
     * @throws org.springframework.dao.DataAccessException if the database failed
     */
    int runOnce();

    /** Stops, for good. */
    @Override
    void close();
}
