package io.synctracker.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which streams a pull concerns. */
final class Streams {

    private Streams() {}

    /**
     * Returns those that are bound.
     *
     * @param connection the connection's name
     * @param stream one of them, or {@code null} for all
     * @param streams all that it has
     * @param bound those that are bound
     * @throws InvalidConnectionException if there is none
     */
    static List<Bound> of(String connection, @Nullable String stream, List<String> streams, List<Bound> bound) {
        if (stream != null && !streams.contains(stream)) {
            throw new InvalidConnectionException("The connection '" + connection + "' has no stream '" + stream
                    + "'. It has: " + String.join(", ", streams) + ".");
        }
        List<Bound> wanted = bound.stream()
                .filter(each -> stream == null || each.stream().equals(stream))
                .toList();
        if (wanted.isEmpty()) {
            throw new InvalidConnectionException("No entity is bound to "
                    + (stream == null ? "any stream" : "the stream '" + stream + "'") + " of the connection '"
                    + connection + "'. Declare a StreamBinding bean for it, or bind it in the connection's settings.");
        }
        return wanted;
    }
}
