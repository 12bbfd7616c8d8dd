package io.synctracker.faults;

import io.synctracker.EntityRef;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the changes of a type that only one thread writes, without a lock. */
final class Own {

    private static final long MORE_THAN_ONE_TRANSACTION = 10;

    private final Wiring wiring;
    private final String type;
    private long last = -1;

    Own(Wiring wiring, String type) {
        this.wiring = wiring;
        this.type = type;
    }

    String type() {
        return type;
    }

    /** Numbers grow; a number that a rolled-back transaction had is not given again. */
    long next(EntityRef entity) {
        if (last < 0) {
            throw new IllegalStateException("Look into the book first, for " + entity);
        }
        return ++last;
    }

    /** Goes on where another process ended, outside of any business transaction. */
    Own begin() {
        Long known = new JdbcTemplate(wiring.dataSource())
                .queryForObject("select coalesce(max(revision), 0) from ledger where type = ?", Long.class, type);
        last = (known == null ? 0 : known) + MORE_THAN_ONE_TRANSACTION;
        return this;
    }

    /** Nobody knows whether the last transaction was committed: none of its numbers is given again. */
    void inDoubt() {
        last += MORE_THAN_ONE_TRANSACTION;
    }
}
