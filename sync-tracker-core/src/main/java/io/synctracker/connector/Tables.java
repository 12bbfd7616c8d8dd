package io.synctracker.connector;

import io.synctracker.tracking.JdbcLinks;
import io.synctracker.tracking.Links;

/** Access to the library's tables, for what applies records. */
record Tables(Standings standings, RemoteRows records, SetAsideRows setAsides, ConflictRows conflicts, Links links) {

    static Tables of(ConnectorParts parts) {
        return new Tables(
                new Standings(parts.dataSource(), parts.dialect()),
                new RemoteRows(parts.dataSource(), parts.dialect()),
                new SetAsideRows(parts.dataSource(), parts.dialect(), parts.codec()),
                new ConflictRows(parts.dataSource(), parts.dialect(), parts.codec()),
                new JdbcLinks(parts.dialect()));
    }
}
