package io.synctracker.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;

/**
 * How links are read and written, where databases differ in what is quick. Immutable and thread-safe; every method that
 * takes a connection joins its transaction and neither commits nor closes it.
 */
public class LinkDialect {

    static final String PLACEHOLDERS = "(?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    private final Dialect dialect;

    LinkDialect(Dialect dialect) {
        this.dialect = dialect;
    }

    final TableNames tables() {
        return dialect.tables();
    }

    /**
     * Returns the rest of a query of some entities of one type, from the word {@code from} on, with the entities' rows as
     * {@code t} and the row of each for one system, if there is one, as {@code l}. Every life of an entity is among them.
     *
     * @param ids how many entities, at least 1
     */
    public String fromEntitiesAndLinks(int ids) {
        // The ids are asked of both tables: joined by them alone, a database that knows nothing of a young table yet
        // reads all links of the type for each entity.
        return " from " + tables().trackedEntities() + " t left join " + tables().links()
                + " l on l.model_name = t.model_name and l.model_id = t.model_id and l.incarnation = t.incarnation"
                + " and l.model_name = ? and l.model_id in " + Placeholders.of(ids) + " and l.system_name = ?"
                + " where t.model_name = ? and t.model_id in " + Placeholders.of(ids);
    }

    /**
     * Binds the parameters of {@link #fromEntitiesAndLinks(int)}, from the first on.
     *
     * @param statement the query
     * @param type the entities' logical type
     * @param ids their ids
     * @param system which system
     * @throws SQLException if the statement is closed
     */
    public void bindEntitiesAndLinks(PreparedStatement statement, String type, List<String> ids, String system)
            throws SQLException {
        statement.setString(1, type);
        int index = Placeholders.bind(statement, 2, ids);
        statement.setString(index++, system);
        statement.setString(index++, type);
        Placeholders.bind(statement, index, ids);
    }

    /**
     * Returns the rest of a query of the living among some entities of one type, from the word {@code from} on, with their
     * rows as {@code t}.
     *
     * @param ids how many entities, at least 1
     */
    public String fromLiving(int ids) {
        return " from " + tables().trackedEntities()
                + " t where t.model_name = ? and t.tombstone = 0 and t.model_id in " + Placeholders.of(ids);
    }

    /**
     * Binds the parameters of {@link #fromLiving(int)}, from the first on.
     *
     * @param statement the query
     * @param type the entities' logical type
     * @param ids their ids
     * @throws SQLException if the statement is closed
     */
    public void bindLiving(PreparedStatement statement, String type, List<String> ids) throws SQLException {
        statement.setString(1, type);
        Placeholders.bind(statement, 2, ids);
    }

    /**
     * Returns the rest of a query of the links that hold some external ids, from the word {@code from} on, as {@code l}.
     *
     * @param externalIds how many external ids, at least 1
     */
    public String fromHolders(int externalIds) {
        return " from " + tables().links() + " l where l.model_name = ? and l.tombstone = 0 and l.external_id in "
                + Placeholders.of(externalIds) + " and l.system_name = ?";
    }

    /**
     * Binds the parameters of {@link #fromHolders(int)}, from the first on.
     *
     * @param statement the query
     * @param type the entities' logical type
     * @param externalIds their ids in the system
     * @param system which system
     * @throws SQLException if the statement is closed
     */
    public void bindHolders(PreparedStatement statement, String type, List<String> externalIds, String system)
            throws SQLException {
        statement.setString(1, type);
        statement.setString(Placeholders.bind(statement, 2, externalIds), system);
    }

    /**
     * Makes links that are missing, complete at once.
     *
     * @param connection the relay's connection
     * @param links at most one of each entity and system, in a fixed order
     * @throws SQLException if the database refuses, because one of them or one of their external ids is there by now
     */
    public void insertLinks(Connection connection, List<LinkWrite> links) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insertLinksInto() + PLACEHOLDERS)) {
            for (LinkWrite link : links) {
                bindLink(statement, 1, link);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    final String insertLinksInto() {
        return "insert into " + tables().links() + " (model_name, model_id, incarnation, system_name, tombstone,"
                + " external_id, sync_status, synced_version, metadata, first_synced_at, synced_at, retry_count,"
                + " last_error, last_attempt_at) values ";
    }

    final int bindLink(PreparedStatement statement, int first, LinkWrite link) throws SQLException {
        int index = first;
        Instant syncedAt = link.syncedAt();
        statement.setString(index++, link.entity().entity().type());
        statement.setString(index++, link.entity().entity().id());
        statement.setLong(index++, link.entity().incarnation());
        statement.setString(index++, link.system());
        statement.setLong(index++, link.tombstone());
        statement.setString(index++, link.externalId());
        statement.setString(index++, link.status());
        statement.setObject(index++, link.syncedVersion(), Types.BIGINT);
        statement.setString(index++, link.metadata());
        statement.setObject(index++, syncedAt == null ? null : dialect.parameter(syncedAt));
        statement.setObject(index++, syncedAt == null ? null : dialect.parameter(syncedAt));
        statement.setInt(index++, link.isFailed() ? 1 : 0);
        statement.setString(index++, link.error());
        statement.setObject(index++, dialect.parameter(link.at()));
        return index;
    }

    /**
     * Has the rest of the transaction give up rather than wait for another one, for a transaction that locks many rows:
     * somebody who holds one of them may be about to wait for another. {@link #beginToWait} must follow.
     *
     * @param connection the relay's connection
     * @throws SQLException if the connection fails
     */
    public void stopWaiting(Connection connection) throws SQLException {}

    /**
     * Ends what {@link #stopWaiting} has begun.
     *
     * @param connection the same connection
     * @throws SQLException if the connection fails
     */
    public void beginToWait(Connection connection) throws SQLException {}

    /**
     * Writes successes into links that are there, in any order, as {@link #updateSynced} does one after the other.
     *
     * @param connection the relay's connection
     * @param links at most one of each entity and system
     * @throws SQLException if the database refuses, because one of the external ids is taken
     */
    public void updateSyncedAtOnce(Connection connection, List<LinkWrite> links) throws SQLException {
        updateSynced(connection, links);
    }

    /**
     * Writes successes into links that are there. What another transaction may have written in the meantime is kept:
     * a later version, and an id or a note that this one says nothing of.
     *
     * @param connection a connection
     * @param links at most one of each entity and system, in the order in which they are to be locked
     * @throws SQLException if the database refuses, because one of the external ids is taken
     */
    public final void updateSynced(Connection connection, List<LinkWrite> links) throws SQLException {
        String sql = "update " + tables().links() + " set tombstone = ?, external_id = coalesce(?, external_id),"
                + " metadata = coalesce(?, metadata), sync_status = 'synced',"
                + " synced_version = greatest(coalesce(synced_version, -1), ?),"
                + " first_synced_at = coalesce(first_synced_at, ?), synced_at = ?, retry_count = 0, last_error = null,"
                + " last_attempt_at = ? where model_name = ? and model_id = ? and incarnation = ? and system_name = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            FreshPlans.of(statement);
            for (LinkWrite link : links) {
                bindUpdate(statement, link);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void bindUpdate(PreparedStatement statement, LinkWrite link) throws SQLException {
        statement.setLong(1, link.tombstone());
        statement.setString(2, link.externalId());
        statement.setString(3, link.metadata());
        statement.setLong(4, link.entity().version());
        for (int index = 5; index <= 7; index++) {
            statement.setObject(index, dialect.parameter(link.at()));
        }
        statement.setString(8, link.entity().entity().type());
        statement.setString(9, link.entity().entity().id());
        statement.setLong(10, link.entity().incarnation());
        statement.setString(11, link.system());
    }
}
