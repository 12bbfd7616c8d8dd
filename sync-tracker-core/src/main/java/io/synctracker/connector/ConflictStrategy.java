package io.synctracker.connector;

import java.util.Set;

/** Decides if an entity and its record have both changed since they last agreed. Thread-safe. */
@FunctionalInterface
public interface ConflictStrategy {

    /** The record is applied, and what the entity held is kept as the loser. */
    ConflictStrategy REMOTE_WINS = conflict -> Resolution.REMOTE;

    /** The entity stays as it is, and the record is kept as the loser. */
    ConflictStrategy LOCAL_WINS = conflict -> Resolution.LOCAL;

    /**
     * Whoever was changed later wins. Undecided if the record does not say when, or names a time that has not come yet by
     * more than five minutes: such a clock cannot be compared.
     */
    ConflictStrategy NEWEST_WINS = NewestWins.INSTANCE;

    /** Nobody wins until a person decides. */
    ConflictStrategy UNDECIDED = conflict -> Resolution.UNDECIDED;

    /**
     * Returns a strategy by which each side has attributes of its own.
     *
     * @param remoteAttributes the entity's attributes that the record is the master of; the others stay as they are here
     */
    static ConflictStrategy merge(Set<String> remoteAttributes) {
        Resolution merged = Resolution.merged(remoteAttributes);
        return conflict -> merged;
    }

    /**
     * Decides.
     *
     * @param conflict both sides
     * @return who wins
     */
    Resolution resolve(Conflict conflict);
}
