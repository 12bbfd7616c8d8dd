package io.synctracker.store;

import java.util.Locale;

/** How enumerated values are written into columns: in small letters, as a person types them into a query. */
public final class Codes {

    private Codes() {}

    /**
     * Returns a value's code.
     *
     * @param value the value
     * @return its name in small letters
     */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns a code's value.
     *
     * @param <E> the enumeration
     * @param type the enumeration's class
     * @param code what the column holds
     * @return the value
     * @throws IllegalArgumentException if the enumeration has no such value
     */
    public static <E extends Enum<E>> E value(Class<E> type, String code) {
        return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
    }
}
