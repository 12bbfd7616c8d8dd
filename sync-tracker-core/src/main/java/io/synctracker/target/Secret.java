package io.synctracker.target;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A text that is used but never shown: {@link #toString()} hides it. Thread-safe if its source is.
 */
public final class Secret {

    private final @Nullable String fixed;
    private final Supplier<String> source;

    private Secret(@Nullable String fixed, Supplier<String> source) {
        this.fixed = fixed;
        this.source = source;
    }

    /**
     * Returns a secret that never changes.
     *
     * @param value the secret itself
     */
    public static Secret of(String value) {
        requireNonNull(value, "value");
        return new Secret(value, () -> value);
    }

    /**
     * Returns a secret that is asked for again at every use, such as an access token that somebody else renews.
     *
     * @param source tells the value of this moment; called by several threads at once, on the path of every delivery
     */
    public static Secret from(Supplier<String> source) {
        return new Secret(null, requireNonNull(source, "source"));
    }

    /** Returns the secret itself: give it to nobody who writes it down. */
    public String value() {
        return source.get();
    }

    /** Returns the value if it never changes, so that it can be checked before its first use. */
    Optional<String> fixedValue() {
        return Optional.ofNullable(fixed);
    }

    /** Returns the same text for every secret. */
    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
