package io.synctracker.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts requests, a bucket for each caller: it holds a burst, and fills up steadily. Thread-safe. */
final class TokenBuckets {

    /** Who has not called for longest is forgotten, and begins anew with a full bucket. */
    private static final int MAX_CALLERS = 10_000;

    private static final double MILLIS_PER_MINUTE = 60_000;

    private final double perMilli;
    private final int burst;
    private final Clock clock;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_CALLERS;
        }
    };

    TokenBuckets(WebProperties.RateLimit limit, Clock clock) {
        this.perMilli = limit.perMinute() / MILLIS_PER_MINUTE;
        this.burst = limit.burst();
        this.clock = clock;
    }

    private record Bucket(double tokens, long atMillis) {}

    /**
     * Takes a token.
     *
     * @return 0 if there was one, else after how many seconds there is one
     */
    synchronized long take(String caller) {
        long now = clock.millis();
        Bucket bucket = buckets.getOrDefault(caller, new Bucket(burst, now));
        double tokens = Math.min(burst, bucket.tokens + Math.max(0, now - bucket.atMillis) * perMilli);
        if (tokens < 1) {
            buckets.put(caller, new Bucket(tokens, now));
            return Math.max(1, (long) Math.ceil((1 - tokens) / perMilli / 1000));
        }
        buckets.put(caller, new Bucket(tokens - 1, now));
        return 0;
    }
}
