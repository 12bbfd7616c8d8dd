package io.synctracker.outbox;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * What a relay asks for; for the relay.
 *
 * @param system the target
 * @param limit how many entries at most
 * @param lease for how long
 * @param breakerFailures failures in a row from which on only one entry is given out, to try the target
 * @param folds whether waiting changes of a type are folded into one, by its logical name
 */
public record ClaimRequest(String system, int limit, Duration lease, int breakerFailures, Predicate<String> folds) {}
