package com.example.partner;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whatever an application uses to talk to its partner. */
interface PartnerClient {

    /** Fetches one page of a collection. */
    Batch list(String collection, @Nullable Instant from, @Nullable Instant to, @Nullable String cursor)
            throws IOException, BusyException;

    /** Asks who we are. */
    String whoAmI() throws IOException;

    /** One page. */
    record Batch(List<Item> items, @Nullable String nextCursor, long total) {}

    /** One thing that the partner has. */
    record Item(String id, boolean deleted, Instant modified, Map<String, Object> fields) {}

    /** The partner wants to be left alone. */
    final class BusyException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Duration pause;

        BusyException(Duration pause) {
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }
    }
}
