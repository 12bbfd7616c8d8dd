package io.synctracker.sample.systems;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How a system treats those who write to it. */
enum Behaviour {
    /** As it should. */
    UP,
    /** Half a second late. */
    SLOW {
        @Override
        Optional<Answer> interfere() {
            try {
                TimeUnit.MILLISECONDS.sleep(DELAY_MILLIS);
                return Optional.empty();
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                return Optional.of(Answer.error(503, "Shutting down"));
            }
        }
    },
    /** With an error. */
    FAILING {
        @Override
        Optional<Answer> interfere() {
            return Optional.of(Answer.error(500, "Something broke here"));
        }
    },
    /** Asking them to come back in two seconds. */
    THROTTLING {
        @Override
        Optional<Answer> interfere() {
            return Optional.of(
                    new Answer(429, Map.of("Retry-After", "2"), Map.of("error", "Too many calls, come back later")));
        }
    };

    private static final long DELAY_MILLIS = 500;

    /** Waits, or returns what is answered without looking at the request. */
    Optional<Answer> interfere() {
        return Optional.empty();
    }
}
