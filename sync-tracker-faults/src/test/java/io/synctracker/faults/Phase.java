package io.synctracker.faults;

import org.jspecify.annotations.Nullable;

/** What a relay's thread is doing, as its leases see it. */
enum Phase {
    CLAIM,
    SETTLE,
    RENEW,
    OTHER;

    private static final ThreadLocal<@Nullable Phase> CURRENT = new ThreadLocal<>();

    static void enter(@Nullable Phase phase) {
        CURRENT.set(phase);
    }

    static @Nullable Phase current() {
        return CURRENT.get();
    }

    static boolean is(Phase phase) {
        return CURRENT.get() == phase;
    }

    static boolean isRelays() {
        return CURRENT.get() != null;
    }

    /** Settling is over with its transaction; the others end where they began. */
    static void transactionEnded() {
        if (is(SETTLE)) {
            CURRENT.remove();
        }
    }
}
