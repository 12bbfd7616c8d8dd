package io.synctracker.target;

import io.synctracker.testing.RawSystem;
import io.synctracker.testing.StubSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Makes targets for tests, at a time that stands still. */
final class HttpTargets {

    static final Instant NOW = Instant.ofEpochSecond(1_731_705_121);

    private HttpTargets() {}

    static HttpTarget crm(HttpTargetOptions options) {
        return HttpTarget.of("crm", options, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static HttpTarget crm(StubSystem system) {
        return crm(HttpTargetOptions.to(system.url() + "/products"));
    }

    /** Returns a target that gives up soon. */
    static HttpTarget hasty(RawSystem system) {
        return crm(HttpTargetOptions.to(system.url())
                .withTimeouts(new HttpTargetOptions.Timeouts(Duration.ofSeconds(2), Duration.ofMillis(300))));
    }

    static String reason(DeliveryResult result) {
        if (result instanceof DeliveryResult.Deferred deferred) {
            return deferred.reason();
        }
        if (result instanceof DeliveryResult.Conflicted conflicted) {
            return conflicted.reason();
        }
        return ((DeliveryResult.Rejected) result).reason();
    }
}
