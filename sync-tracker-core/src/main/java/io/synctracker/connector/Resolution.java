package io.synctracker.connector;

import java.util.Set;

/**
 * How a conflict is decided. Immutable.
 *
 * @param kind who wins
 * @param remoteAttributes for a merge, the entity's attributes that are taken from the record
 */
public record Resolution(Kind kind, Set<String> remoteAttributes) {

    /** The record wins. */
    public static final Resolution REMOTE = new Resolution(Kind.REMOTE, Set.of());

    /** The entity wins. */
    public static final Resolution LOCAL = new Resolution(Kind.LOCAL, Set.of());

    /** Nobody has won yet. */
    public static final Resolution UNDECIDED = new Resolution(Kind.UNDECIDED, Set.of());

    /** Who wins. */
    public enum Kind {
        /** The record. */
        REMOTE,
        /** The entity. */
        LOCAL,
        /** Each in its attributes. */
        MERGED,
        /** Nobody yet. */
        UNDECIDED
    }

    /** Copies what it is given. */
    public Resolution {
        remoteAttributes = Set.copyOf(remoteAttributes);
    }

    /**
     * Returns a merge.
     *
     * @param remoteAttributes the entity's attributes that are taken from the record
     */
    public static Resolution merged(Set<String> remoteAttributes) {
        return new Resolution(Kind.MERGED, remoteAttributes);
    }
}
