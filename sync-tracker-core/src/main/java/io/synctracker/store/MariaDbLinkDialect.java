package io.synctracker.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Links on MariaDB: many rows in one insert. */
final class MariaDbLinkDialect extends LinkDialect {

    private static final int CHUNK = 500;

    private final int shortestWait;

    /**
     * Creates the dialect.
     *
     * @param shortestWait the shortest time to wait for a lock that the database knows, in seconds
     */
    MariaDbLinkDialect(Dialect dialect, int shortestWait) {
        super(dialect);
        this.shortestWait = shortestWait;
    }

    @Override
    public void stopWaiting(Connection connection) throws SQLException {
        TrackedRows.execute(
                connection,
                "set @sync_tracker_wait = @@innodb_lock_wait_timeout, innodb_lock_wait_timeout = " + shortestWait);
    }

    @Override
    public void beginToWait(Connection connection) throws SQLException {
        TrackedRows.execute(connection, "set innodb_lock_wait_timeout = @sync_tracker_wait");
    }

    @Override
    public void insertLinks(Connection connection, List<LinkWrite> links) throws SQLException {
        for (int from = 0; from < links.size(); from += CHUNK) {
            List<LinkWrite> chunk = links.subList(from, Math.min(from + CHUNK, links.size()));
            String sql = insertLinksInto() + (PLACEHOLDERS + ",").repeat(chunk.size() - 1) + PLACEHOLDERS;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int index = 1;
                for (LinkWrite link : chunk) {
                    index = bindLink(statement, index, link);
                }
                statement.executeUpdate();
            }
        }
    }
}
