package io.synctracker.capture;

import io.synctracker.ChangeType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Something that a transaction does to a row: a removal, or a value that it gets. What is not there cannot be removed,
 * and gets the value as a new row.
 *
 * @param stored whether the entity's state is stored with each change
 * @param id which row
 * @param value what it gets, or 0 if it is removed
 * @param origin the system that this comes from, or {@code null}
 */
record Touch(boolean stored, long id, int value, @Nullable String origin) {

    static Touch random(SplittableRandom random) {
        int origin = random.nextInt(4);
        return new Touch(
                random.nextBoolean(),
                random.nextInt(3),
                random.nextInt(3) == 0 ? 0 : random.nextInt(1, 10),
                origin == 0 ? "crm" : origin == 1 ? "erp" : null);
    }

    List<Touch> simpler() {
        List<Touch> simpler = new ArrayList<>();
        if (origin != null) {
            simpler.add(new Touch(stored, id, value, null));
        }
        if (value > 1) {
            simpler.add(new Touch(stored, id, 1, origin));
        }
        if (id > 0) {
            simpler.add(new Touch(stored, id - 1, value, origin));
        }
        return simpler;
    }

    /** Returns what Hibernate tells of it, where the row has a value, or {@code null} if there is none. */
    ChangeType type(@Nullable Integer before) {
        if (before == null) {
            return ChangeType.CREATE;
        }
        return value == 0 ? ChangeType.DELETE : ChangeType.UPDATE;
    }

    /** Returns the state that goes with what Hibernate tells: the last one, for a removal. */
    int state(@Nullable Integer before) {
        return value == 0 ? (before == null ? 1 : before) : value;
    }

    /** Returns the value that the row has then, or {@code null} if it is gone. */
    @Nullable
    Integer after(@Nullable Integer before) {
        return type(before) == ChangeType.DELETE ? null : Integer.valueOf(state(before));
    }

    String row() {
        return (stored ? "snap " : "tagged ") + id;
    }

    @Override
    public String toString() {
        return (value == 0 ? "remove " : "set " + value + " in ") + row() + (origin == null ? "" : " from " + origin);
    }
}
