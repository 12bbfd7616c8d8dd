package io.synctracker.sample.shop;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a customer; {@code null} parts stay as they are.
 *
 * @param name the new name
 * @param email the new address
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CustomerChange(
        @Nullable String name, @Nullable String email) {}
