package io.synctracker.actuate;

import io.synctracker.operate.TargetView;
import io.synctracker.outbox.OutboxStats;
import java.util.List;

/**
 * How synchronization stands as a whole.
 *
 * @param statistics how many entries there are
 * @param targets how each target stands
 */
record Overview(OutboxStats statistics, List<TargetView> targets) {}
