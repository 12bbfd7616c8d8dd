package io.synctracker.benchmarks.application;

import java.math.BigDecimal;
import java.time.Instant;

/** What an {@link Item} holds: the payload of those contestants that are handed one. */
public record ItemState(
        Long id,
        String sku,
        String name,
        String description,
        int quantity,
        BigDecimal price,
        String state,
        Instant offeredAt) {}
