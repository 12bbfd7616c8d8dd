package io.synctracker.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Lists of parameters, padded to the next power of two, so that the database sees few different texts. */
public final class Placeholders {

    private Placeholders() {}

    /**
     * Returns a list of placeholders in brackets.
     *
     * @param size for how many values, at least 1
     */
    public static String of(int size) {
        return "(" + "?,".repeat(padded(size) - 1) + "?)";
    }

    private static int padded(int size) {
        return size <= 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }

    /**
     * Binds values to the placeholders; the last value fills those that are left.
     *
     * @param statement the statement
     * @param first the index of the first placeholder
     * @param values at least one
     * @return the index after the last placeholder
     * @throws SQLException if the statement is closed
     */
    public static int bind(PreparedStatement statement, int first, List<String> values) throws SQLException {
        int index = first;
        for (int i = 0; i < padded(values.size()); i++) {
            statement.setString(index++, values.get(Math.min(i, values.size() - 1)));
        }
        return index;
    }
}
