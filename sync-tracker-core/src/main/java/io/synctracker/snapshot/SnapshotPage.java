package io.synctracker.snapshot;

import java.util.List;

/**
 * Some rows of a snapshot. Immutable.
 *
 * @param <T> the entity's class
 * @param items the rows, by their ids
 * @param page which page it is, 0 for the first
 * @param size how many rows a page has at most
 * @param more whether there is another page
 */
public record SnapshotPage<T>(List<T> items, int page, int size, boolean more) {

    /** Copies what it is given. */
    public SnapshotPage {
        items = List.copyOf(items);
    }
}
