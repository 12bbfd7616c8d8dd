package io.synctracker.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Something that an application does in a session. What cannot be done, as removing what is not there, is not done.
 *
 * @param kind what
 * @param row to which row, by its place in {@link SessionPlayer#TYPES}
 * @param value what the row gets
 * @param origin the system that this comes from, or {@code null}
 */
record Step(Kind kind, int row, int value, @Nullable String origin) {

    enum Kind {
        PERSIST,
        RENAME,
        TAG,
        IGNORED,
        REMOVE,
        MERGE,
        FLUSH,
        CLEAR,
        COMMIT,
        ROLLBACK
    }

    /** What is done to a row is done more often than what is done to the session. */
    private static final List<Kind> OFTEN = List.of(
            Kind.PERSIST,
            Kind.PERSIST,
            Kind.PERSIST,
            Kind.RENAME,
            Kind.RENAME,
            Kind.TAG,
            Kind.TAG,
            Kind.REMOVE,
            Kind.REMOVE,
            Kind.MERGE,
            Kind.MERGE);

    static Step random(SplittableRandom random) {
        int often = random.nextInt(OFTEN.size() + Kind.values().length);
        int origin = random.nextInt(6);
        return new Step(
                often < OFTEN.size() ? OFTEN.get(often) : Kind.values()[often - OFTEN.size()],
                random.nextInt(SessionPlayer.TYPES.size()),
                random.nextInt(1, 4),
                origin == 0 ? "crm" : origin == 1 ? "erp" : null);
    }

    List<Step> simpler() {
        List<Step> simpler = new ArrayList<>();
        if (origin != null) {
            simpler.add(new Step(kind, row, value, null));
        }
        if (value > 1) {
            simpler.add(new Step(kind, row, 1, origin));
        }
        if (row > 0) {
            simpler.add(new Step(kind, row - 1, value, origin));
        }
        return simpler;
    }

    /** Returns whether this is done to a row. */
    boolean touches() {
        return kind.ordinal() < Kind.FLUSH.ordinal();
    }

    boolean ends() {
        return kind == Kind.COMMIT || kind == Kind.ROLLBACK;
    }

    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return touches() ? name + " " + row + " " + value + (origin == null ? "" : " from " + origin) : name;
    }
}
