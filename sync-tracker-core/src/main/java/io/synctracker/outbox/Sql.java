package io.synctracker.outbox;

import io.synctracker.store.Dialect;

/** Fills a statement's text with the names of the tables and with the database's clock. */
final class Sql {

    private final Dialect dialect;

    Sql(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Returns the statement.
     *
     * @param text with {@code $logs}, {@code $targets}, {@code $now} for the present and {@code $later} for the present
     *     plus the parameter {@code :micros}
     */
    String of(String text) {
        return text.replace("$logs", dialect.tables().logs())
                .replace("$targets", dialect.tables().targets())
                .replace("$now", dialect.now())
                .replace("$later", dialect.nowPlusMicros().replace("?", ":micros"));
    }
}
