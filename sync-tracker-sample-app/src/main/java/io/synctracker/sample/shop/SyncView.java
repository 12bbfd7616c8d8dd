package io.synctracker.sample.shop;

import io.synctracker.SyncState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a product or customer stands in one system, as the API shows it.
 *
 * @param system the system's name
 * @param status {@code NEW} if the system has never answered for it
 * @param externalId its id there
 * @param syncedAt when the system last had it
 * @param retryCount failed attempts since then
 * @param lastError why the last attempt failed
 */
record SyncView(
        String system,
        String status,
        @Nullable String externalId,
        @Nullable Instant syncedAt,
        int retryCount,
        @Nullable String lastError) {

    static SyncView of(SyncState state) {
        return new SyncView(
                state.system(),
                state.status().name(),
                state.externalId(),
                state.syncedAt(),
                state.retryCount(),
                state.lastError());
    }

    static SyncView unknown(String system) {
        return new SyncView(system, "NEW", null, null, 0, null);
    }
}
