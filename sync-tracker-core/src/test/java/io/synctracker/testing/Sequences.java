package io.synctracker.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Random sequences of operations against a property. The seed is another one in each run, so that each build looks
 * elsewhere. A sequence that breaks the property is shrunk, and shown with the seed that makes it again.
 *
 * <p>A property must begin anew each time, and must make sense of every sequence: what cannot be done is left out.
 *
 * @param <T> an operation; its text is what a person reads
 */
public final class Sequences<T> {

    /** The system property that sets the seed; with {@link #COUNT} set to 1, one sequence is replayed. */
    public static final String SEED = "sync-tracker.sequences.seed";

    /** The system property that says how many sequences are tried, instead of what the test asks for. */
    public static final String COUNT = "sync-tracker.sequences.count";

    /** The most attempts to make a broken sequence shorter or simpler. */
    private static final int MAX_SHRINKS = 2_000;

    private final Function<SplittableRandom, T> operation;
    private final Function<T, List<T>> simpler;
    private final int longest;

    private Sequences(Function<SplittableRandom, T> operation, Function<T, List<T>> simpler, int longest) {
        this.operation = operation;
        this.simpler = simpler;
        this.longest = longest;
    }

    /**
     * Describes sequences.
     *
     * @param longest the most operations in one
     * @param operation makes an operation
     */
    public static <T> Sequences<T> of(int longest, Function<SplittableRandom, T> operation) {
        return new Sequences<>(operation, any -> List.of(), longest);
    }

    /** Returns these sequences, whose operations are made simpler where one breaks the property. */
    public Sequences<T> simplified(Function<T, List<T>> other) {
        return new Sequences<>(operation, other, longest);
    }

    /** Tries random sequences; throws an {@link AssertionError} with the shortest that breaks the property. */
    public void check(int count, Consumer<List<T>> property) {
        long first = Objects.requireNonNullElseGet(Long.getLong(SEED), () -> new SplittableRandom().nextLong());
        check(first, Integer.getInteger(COUNT, count), property);
    }

    /** Returns whether one of so many random sequences breaks the property. */
    public boolean anyBreaks(int count, Consumer<List<T>> property) {
        long first = new SplittableRandom().nextLong();
        for (long seed = first; seed != first + count; seed++) {
            if (failure(sequence(seed), property) != null) {
                return true;
            }
        }
        return false;
    }

    /** Tries the sequences of a seed and those that follow it. */
    void check(long first, int count, Consumer<List<T>> property) {
        for (long seed = first; seed != first + count; seed++) {
            List<T> sequence = sequence(seed);
            if (failure(sequence, property) != null) {
                throw report(seed, sequence, shrink(sequence, property), property);
            }
        }
    }

    private List<T> sequence(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int length = random.nextInt(1, longest + 1);
        List<T> sequence = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            sequence.add(operation.apply(random));
        }
        return sequence;
    }

    private static <T> @Nullable Throwable failure(List<T> sequence, Consumer<List<T>> property) {
        try {
            property.accept(sequence);
            return null;
        } catch (RuntimeException | AssertionError e) {
            return e;
        }
    }

    private AssertionError report(long seed, List<T> found, List<T> shortest, Consumer<List<T>> property) {
        Throwable cause = failure(shortest, property);
        return new AssertionError(
                "The property does not hold. Replay it with -D" + SEED + "=" + seed + " -D" + COUNT + "=1. Of "
                        + found.size() + " operations these are left: " + shortest + System.lineSeparator()
                        + (cause == null ? "It holds when it is looked at again." : cause.getMessage()),
                cause);
    }

    /** Leaves out long pieces before short ones, then makes what is left simpler, as long as the property breaks. */
    private List<T> shrink(List<T> broken, Consumer<List<T>> property) {
        List<T> shortest = broken;
        int[] left = {MAX_SHRINKS};
        for (boolean better = true; better && left[0] > 0; ) {
            List<T> before = shortest;
            for (int piece = Math.max(1, shortest.size() / 2); piece > 0; piece /= 2) {
                shortest = withoutPieces(piece, shortest, property, left);
            }
            shortest = simplify(shortest, property, left);
            better = !shortest.equals(before);
        }
        return shortest;
    }

    private static <T> List<T> withoutPieces(int piece, List<T> broken, Consumer<List<T>> property, int[] left) {
        List<T> shortest = broken;
        for (int from = 0; from + piece <= shortest.size(); ) {
            List<T> candidate = new ArrayList<>(shortest);
            candidate.subList(from, from + piece).clear();
            if (breaks(candidate, property, left)) {
                shortest = candidate;
            } else {
                from++;
            }
        }
        return shortest;
    }

    private List<T> simplify(List<T> broken, Consumer<List<T>> property, int[] left) {
        List<T> simplest = broken;
        for (int i = 0; i < simplest.size(); i++) {
            for (T other : simpler.apply(simplest.get(i))) {
                List<T> candidate = new ArrayList<>(simplest);
                candidate.set(i, other);
                if (breaks(candidate, property, left)) {
                    simplest = candidate;
                    break;
                }
            }
        }
        return simplest;
    }

    private static <T> boolean breaks(List<T> candidate, Consumer<List<T>> property, int[] left) {
        return left[0]-- > 0 && failure(candidate, property) != null;
    }
}
