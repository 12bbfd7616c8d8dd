package io.synctracker.faults;

import java.util.Random;

/** Where all chance comes from: a seed that is printed, and that can be given again. */
final class Dice {

    private static final String SETTING = "sync-tracker.faults.seed";

    private Dice() {}

    /** Returns the seed that was asked for, or a fresh one. */
    static long seed() {
        return Long.getLong(SETTING, new Random().nextLong());
    }

    /** Returns how to have the same chances again. */
    static String replay(long seed) {
        return "-D" + SETTING + "=" + seed;
    }

    /** Returns chances that depend on the seed and on what they are for, and not on which thread asks first. */
    static Random of(long seed, Object... purpose) {
        long mixed = seed;
        for (Object part : purpose) {
            mixed = mixed * 0x5DEECE66DL + part.toString().hashCode();
            mixed ^= mixed >>> 29;
        }
        return new Random(mixed);
    }
}
