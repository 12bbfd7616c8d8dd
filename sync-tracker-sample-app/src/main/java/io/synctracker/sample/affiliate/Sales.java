package io.synctracker.sample.affiliate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign has brought.
 *
 * @param campaign the campaign's name
 * @param purchases how many purchases
 * @param amount what they come to; {@code null} if there are none
 */
record Sales(String campaign, long purchases, @Nullable BigDecimal amount) {}
