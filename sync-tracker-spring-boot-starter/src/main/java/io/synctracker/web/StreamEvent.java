package io.synctracker.web;

/**
 * Something that has changed, with all of how it is now: a later event of the same key takes the place of an earlier one.
 *
 * @param key what has changed
 * @param name the name of the event
 * @param atMillis when it was seen, which is the event's id
 * @param json how it is now
 */
record StreamEvent(String key, String name, long atMillis, String json) {}
