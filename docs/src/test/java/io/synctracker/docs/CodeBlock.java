package io.synctracker.docs;

import org.jspecify.annotations.Nullable;

/**
 * Code between fences.
 *
 * @param line the line of the opening fence, from 1
 * @param language what stands behind the fence, or an empty text
 * @param example the name in the comment above it, {@code <!-- example: name -->}, or {@code null}
 * @param text the code, with its indentation in the page taken off
 */
record CodeBlock(int line, String language, @Nullable String example, String text) {}
