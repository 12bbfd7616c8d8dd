package io.synctracker.relay;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Guesses how much memory a payload takes, in characters. */
final class PayloadSize {

    private static final long PLAIN = 16;

    private PayloadSize() {}

    static long of(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return PLAIN + text.length();
        }
        if (value instanceof byte[] bytes) {
            return PLAIN + bytes.length / 2;
        }
        if (value instanceof Map<?, ?> map) {
            return PLAIN + sum(map.keySet()) + sum(map.values());
        }
        return value instanceof Collection<?> collection ? PLAIN + sum(collection) : PLAIN;
    }

    private static long sum(Collection<?> values) {
        long sum = 0;
        for (Object value : values) {
            sum += of(value);
        }
        return sum;
    }
}
