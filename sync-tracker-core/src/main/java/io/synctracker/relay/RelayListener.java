package io.synctracker.relay;

import java.time.Duration;

/**
 * Watches a relay, for meters. Implementations are thread-safe and quick; what one throws is logged and changes nothing.
 */
public interface RelayListener {

    /**
     * Called when an entry's fate is committed.
     *
     * @param system the target
     * @param outcome what came of it
     */
    default void settled(String system, DeliveryOutcome outcome) {}

    /**
     * Called when waiting entries were folded into a taken one.
     *
     * @param system the target
     * @param entries how many calls that saves
     */
    default void folded(String system, int entries) {}

    /**
     * Called when entries turned out to be another relay's, because their lease had ended; nothing was written for them.
     *
     * @param system the target
     * @param entries how many
     */
    default void leaseLost(String system, int entries) {}

    /**
     * Called when a call of a target has ended, or was given up.
     *
     * @param system the target
     * @param time how long it took
     */
    default void called(String system, Duration time) {}
}
