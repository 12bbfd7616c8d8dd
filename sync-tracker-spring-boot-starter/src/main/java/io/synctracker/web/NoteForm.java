package io.synctracker.web;

import org.jspecify.annotations.Nullable;

/**
 * Why something is done.
 *
 * @param note the reason, for other people
 */
record NoteForm(@Nullable String note) {}
