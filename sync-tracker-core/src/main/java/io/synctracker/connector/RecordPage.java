package io.synctracker.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a stream. Immutable.
 *
 * @param records what is on it, at most 10 000, and better a few hundred, for they are applied in one transaction
 * @param checkpoint where the next page begins; with the last page, where the next run of an incremental stream begins.
 *     Any text of at most 4000 characters; {@code null} for the beginning
 * @param last whether there is no further page now
 * @param total how many records there are in all pages; {@code null} if that is not known
 */
public record RecordPage(
        List<RemoteRecord> records,
        @Nullable String checkpoint,
        boolean last,
        @Nullable Long total) {

    /** Copies what it is given. */
    public RecordPage {
        records = List.copyOf(records);
    }

    /**
     * Returns the last page.
     *
     * @param records what is on it
     */
    public static RecordPage last(List<RemoteRecord> records) {
        return new RecordPage(records, null, true, null);
    }

    /**
     * Returns a page that others follow.
     *
     * @param records what is on it
     * @param checkpoint where the next one begins
     */
    public static RecordPage of(List<RemoteRecord> records, String checkpoint) {
        return new RecordPage(records, checkpoint, false, null);
    }
}
