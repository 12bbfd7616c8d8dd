package io.synctracker.outbox;

import java.util.List;

/**
 * What a relay was given; for the relay.
 *
 * @param entries the entries, earliest due first, at most one of each entity
 * @param folded how many waiting entries were folded into them
 * @param probe whether the one entry is there to find out if a failing target answers again
 * @param failing whether the target has failed lately, so that a success is news
 * @param more whether more may be due than were looked at
 */
public record Claim(List<LeasedEntry> entries, int folded, boolean probe, boolean failing, boolean more) {

    /** Nothing, because the target is paused, or its circuit is open. */
    static final Claim CLOSED = new Claim(List.of(), 0, false, true, false);
}
