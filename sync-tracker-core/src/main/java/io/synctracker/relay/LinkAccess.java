package io.synctracker.relay;

import io.synctracker.EntityRef;
import io.synctracker.store.ShortTransactions;
import io.synctracker.store.TrackedVersion;
import io.synctracker.tracking.Link;
import io.synctracker.tracking.LinkChange;
import io.synctracker.tracking.Links;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads and writes links on the connection of a short transaction. */
final class LinkAccess {

    private final Links links;
    private final ShortTransactions transactions;
    private final JdbcTemplate jdbc;

    LinkAccess(RelayStore store, ShortTransactions transactions) {
        this.links = store.links();
        this.transactions = transactions;
        this.jdbc = new JdbcTemplate(store.dataSource());
    }

    /** Reads where changes stand: the entities as they live now, and the links of the lives that the changes are of. */
    Links.Standing of(String system, Collection<TrackedVersion> changes) {
        return transactions.call(() -> connected(connection -> links.standing(connection, system, changes)));
    }

    /** Reads the links of entities in the life that each has now. */
    Map<EntityRef, Link> ofLiving(String system, Collection<EntityRef> entities) {
        return transactions.call(() -> connected(connection -> links.ofLiving(connection, system, entities)));
    }

    /** Writes changes; joins the thread's transaction. */
    List<Links.Outcome> write(List<LinkChange> changes) {
        return changes.isEmpty() ? List.of() : connected(connection -> links.write(connection, changes));
    }

    /** As {@link #write}, but if it is refused the transaction must be begun again. */
    List<Links.Outcome> writeAtOnce(List<LinkChange> changes) {
        return changes.isEmpty() ? List.of() : connected(connection -> links.writeAtOnce(connection, changes));
    }

    private <R> R connected(Function<Connection, R> work) {
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> work.apply(connection)));
    }
}
