package io.synctracker.web;

import java.time.Clock;

/**
 * What all controllers share; one bean, so that nothing of it is in the host's way.
 *
 * @param json reads and writes
 * @param caller knows who asks
 * @param clock says when
 * @param views shows runs
 * @param buckets counts requests
 */
record WebParts(Json json, Caller caller, Clock clock, RunViews views, TokenBuckets buckets) {}
