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
     * @param text with {@code $logs}, {@code $targets}, {@code $by_due} and {@code $by_key} behind the name or alias of
     *     the logs' table where one of its indexes must be used, {@code $line} for an entry's place in its line,
     *     {@code $among_ids} for a condition on the parameter {@code :ids}, {@code $now} for the present, {@code $later} for
     *     the present plus the parameter {@code :micros}, and {@code $put_off} for what else is written with a lease that
     *     ends {@code $later}
     */
    String of(String text) {
        return text.replace("$put_off", dialect.putsOffWhatIsLeased() ? ", next_attempt_at = $later" : "")
                .replace("$among_ids", dialect.among("ids"))
                .replace("$line", dialect.lineOfEntry())
                .replace("$logs", dialect.tables().logs())
                .replace("$by_due", dialect.forcedIndex("logs_due"))
                .replace("$by_key", dialect.forcedIndex("logs_key"))
                .replace("$targets", dialect.tables().targets())
                .replace("$now", dialect.now())
                .replace("$later", dialect.nowPlusMicros().replace("?", ":micros"));
    }
}
