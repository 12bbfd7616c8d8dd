package io.synctracker.target;

/**
 * Reaches one external system. An application declares one as a bean, or configures one; every tracked change is then
 * delivered to it until it has answered. Called by several threads at once, never twice at once for one entity, and
 * with no transaction and no connection held.
 */
public interface SyncTarget {

    /**
     * Returns the external system's name.
     *
     * @return 1 to 64 characters, always the same
     */
    String name();

    /**
     * Brings one change to the system. May be called again for the same change (at least once), with the same
     * {@link Delivery#id()}.
     *
     * @param delivery what changed
     * @return how the system answered; {@code null} counts as deferred
     * @throws Exception counts as {@link DeliveryResult#deferred(String) deferred}, with its message as the reason
     */
    DeliveryResult deliver(Delivery delivery) throws Exception;
}
