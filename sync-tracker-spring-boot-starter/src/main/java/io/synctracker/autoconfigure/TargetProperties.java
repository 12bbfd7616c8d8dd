package io.synctracker.autoconfigure;

import io.synctracker.relay.TargetSettings;
import io.synctracker.target.HttpTargetOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings of one target. What is absent is as for every target.
 *
 * @param concurrency How many calls of it run at once in this process.
 * @param rateLimit How many calls of it this process makes in a second at most; by default as many as it takes.
 * @param retry When a deferred change is delivered again.
 * @param http Makes this a target that is reached over HTTP.
 */
record TargetProperties(
        @Nullable Integer concurrency,
        @Nullable Double rateLimit,
        @Nullable TargetRetryProperties retry,
        @Nullable HttpTargetOptions http) {

    TargetSettings over(TargetSettings general) {
        return new TargetSettings(
                Objects.requireNonNullElse(concurrency, general.concurrency()),
                rateLimit,
                retry == null ? general.retry() : retry.over(general.retry()),
                general.breaker());
    }
}
