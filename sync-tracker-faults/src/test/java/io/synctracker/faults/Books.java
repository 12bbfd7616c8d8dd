package io.synctracker.faults;

import io.synctracker.EntityRef;
import io.synctracker.store.TableNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database says: the application's own book of what it has committed, and the library's tables. */
final class Books {

    private static final String LOGS = TableNames.DEFAULT.logs();

    private final JdbcTemplate jdbc;

    Books(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /** Makes the application's own tables that Hibernate knows nothing of. */
    void make(boolean postgres) {
        String id = postgres ? "bigint generated always as identity" : "bigint auto_increment";
        jdbc.execute(
                "create table ledger (n " + id + " primary key, type varchar(20) not null, id varchar(40) not null,"
                        + " revision bigint not null, action varchar(6) not null, stamp varchar(60) not null)");
        jdbc.execute("create table counters (k varchar(40) primary key, n bigint not null)");
        for (int family = 0; family < Keys.FAMILIES; family++) {
            jdbc.update("insert into counters values (?, 0)", Keys.counter(family));
        }
    }

    /** Returns what was committed of each entity, in the order of its revisions. */
    Map<EntityRef, List<Write>> written() {
        Map<EntityRef, List<Write>> written = new HashMap<>();
        jdbc.query("select type, id, revision, action, stamp from ledger order by revision, n", row -> {
            written.computeIfAbsent(new EntityRef(row.getString(1), row.getString(2)), entity -> new ArrayList<>())
                    .add(new Write(row.getLong(3), row.getString(4), row.getString(5)));
        });
        return written;
    }

    private long count(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    long waiting() {
        return count("select count(*) from " + LOGS + " where sync_status = 'pending'");
    }

    boolean nothingWaits() {
        return waitsLessThan(1);
    }

    /** Also {@code false} if the database is away. */
    boolean waitsLessThan(long most) {
        try {
            return waiting() < most;
        } catch (DataAccessException away) {
            return false;
        }
    }

    /** Returns what the library's own tables get wrong once nothing waits any more. */
    List<String> violations() {
        List<String> violations = new ArrayList<>(jdbc.query(
                "select id, model_name, model_id, sync_status, error_message from " + LOGS
                        + " where sync_status <> 'completed'",
                (row, number) -> "left over: entry " + row.getLong(1) + " of " + row.getString(2) + " "
                        + row.getString(3) + " is " + row.getString(4) + ": " + row.getString(5)));
        violations.addAll(jdbc.query(
                "select t.model_name, t.model_id, t.version, l.synced_version from "
                        + TableNames.DEFAULT.trackedEntities() + " t left join " + TableNames.DEFAULT.links()
                        + " l on l.model_name = t.model_name and l.model_id = t.model_id"
                        + " and l.incarnation = t.incarnation"
                        + " where t.tombstone = 0 and (l.synced_version is null or l.synced_version < t.version)",
                (row, number) -> "behind: " + row.getString(1) + " " + row.getString(2) + " is at version "
                        + row.getLong(3) + ", and its link at " + row.getString(4)));
        return violations;
    }

    /** Compares the application's book with its tables, so that the oracle does not rest on a book that is wrong. */
    List<String> misprints() {
        List<String> misprints = new ArrayList<>();
        Map<EntityRef, Long> rows = new HashMap<>();
        for (String type : Shop.TYPES.keySet()) {
            jdbc.query("select id, revision from " + Shop.table(type), row -> {
                rows.put(new EntityRef(type, row.getString(1)), row.getLong(2));
            });
        }
        written().forEach((entity, writes) -> {
            Write last = writes.get(writes.size() - 1);
            Long row = rows.remove(entity);
            if (last.isDelete() ? row != null : !Objects.equals(row, last.revision())) {
                misprints.add("book: " + entity + " ends as " + last + ", and its row has revision " + row);
            }
        });
        rows.forEach((entity, revision) -> misprints.add("book: " + entity + " is not in it"));
        return misprints;
    }

    /** Returns everything that is wrong, the world's view included. */
    List<String> judge(List<Visit> visits) {
        List<String> violations = new ArrayList<>(misprints());
        violations.addAll(Oracle.judge(visits, written(), Set.of(Shop.EACH, "own2")));
        violations.addAll(violations());
        return violations;
    }
}
