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

    /**
     * What is known of some entities in one system.
     *
     * @param living life and version of each that lives
     * @param links what the system holds of each
     */
    record Known(Map<EntityRef, TrackedVersion> living, Map<EntityRef, Link> links) {}

    /** Reads where changes stand: the entities as they live now, and the links of the lives that the changes are of. */
    Known of(String system, Collection<TrackedVersion> changes) {
        List<EntityRef> entities = changes.stream().map(TrackedVersion::entity).toList();
        return transactions.call(() -> connected(connection ->
                new Known(links.versions(connection, entities), links.find(connection, system, changes))));
    }

    /** Reads the links of entities in the life that each has now. */
    Map<EntityRef, Link> ofLiving(String system, Collection<EntityRef> entities) {
        return transactions.call(() -> connected(connection -> links.find(
                connection, system, links.versions(connection, entities).values())));
    }

    /** Writes changes; joins the thread's transaction. */
    List<Links.Outcome> write(List<LinkChange> changes) {
        return changes.isEmpty() ? List.of() : connected(connection -> links.write(connection, changes));
    }

    private <R> R connected(Function<Connection, R> work) {
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> work.apply(connection)));
    }
}
