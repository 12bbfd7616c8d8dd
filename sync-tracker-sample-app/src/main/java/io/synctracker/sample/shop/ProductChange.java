package io.synctracker.sample.shop;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a product; {@code null} parts stay as they are.
 *
 * @param name the new name
 * @param price what customers pay from now on, in euros
 * @param purchasePrice what the shop pays from now on, in euros
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProductChange(
        @Nullable String name,
        @Nullable BigDecimal price,
        @Nullable BigDecimal purchasePrice) {}
