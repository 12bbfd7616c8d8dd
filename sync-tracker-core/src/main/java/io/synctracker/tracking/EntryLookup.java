package io.synctracker.tracking;

import io.synctracker.EntityRef;
import io.synctracker.store.Dialect;
import io.synctracker.store.Placeholders;
import java.sql.Connection;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Finds which entities wait for a target already, or wait for a person to decide. */
final class EntryLookup {

    private final String pending;
    private final String failed;

    EntryLookup(Dialect dialect) {
        // Two queries, since each status has an index of its own on PostgreSQL.
        String select = "select model_id from " + dialect.tables().logs() + " where system_name = ? and model_name = ?";
        pending = select + " and sync_status = 'pending' and model_id in ";
        failed = select + " and sync_status = 'failed' and model_id in ";
    }

    Set<EntityRef> withEntries(Connection connection, String system, Collection<EntityRef> entities) {
        Set<EntityRef> found = new HashSet<>();
        LinkQueries.forEachType(entities, (type, ids) -> {
            for (String sql : new String[] {pending, failed}) {
                LinkQueries.query(
                        connection,
                        sql + Placeholders.of(ids.size()),
                        statement -> {
                            statement.setString(1, system);
                            statement.setString(2, type);
                            Placeholders.bind(statement, 3, ids);
                        },
                        rows -> found.add(new EntityRef(type, rows.getString(1))));
            }
        });
        return found;
    }
}
