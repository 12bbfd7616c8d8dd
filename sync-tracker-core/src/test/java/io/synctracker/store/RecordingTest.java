package io.synctracker.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Recording writes the same of each change, and in the same order, however many changes a transaction has. */
class RecordingTest {

    private static final int[] SIZES = {1, 2, 16, 17, 100};
    private static final List<String> SYSTEMS = List.of("crm", "erp");

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"POSTGRESQL", "MARIADB", "H2"})
    void every_entry_has_the_version_of_its_entity_and_its_place(Vendor vendor) throws Exception {
        try (TestDatabase database = TestDatabase.of(vendor)) {
            Dialect dialect = migrated(database);
            for (int size : SIZES) {
                record(database, dialect, size, ChangeType.CREATE);
                List<LogRow> rows = record(database, dialect, size, ChangeType.UPDATE);

                assertThat(written(database, "action = 'update' and model_name = 'm" + size + "'"))
                        .containsExactlyElementsOf(rows.stream()
                                .map(row -> row.entity().entity().id() + " " + row.system() + " 2 {\"of\":\""
                                        + row.system() + "\"} shop null pending null")
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"POSTGRESQL", "MARIADB", "H2"})
    void an_entity_that_is_deleted_before_it_was_tracked_gives_up_its_key(Vendor vendor) throws Exception {
        try (TestDatabase database = TestDatabase.of(vendor)) {
            Dialect dialect = migrated(database);
            for (int size : SIZES) {
                record(database, dialect, size, ChangeType.DELETE);
            }

            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            assertThat(jdbc.queryForObject("select count(*) from sync_tracked_entities", Integer.class))
                    .isEqualTo(IntStream.of(SIZES).sum());
            assertThat(jdbc.queryForObject(
                            "select count(*) from sync_tracked_entities where tombstone <> incarnation"
                                    + " or deleted_at is null",
                            Integer.class))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"POSTGRESQL", "MARIADB", "H2"})
    void changes_of_several_types_are_counted_together_as_they_are_by_themselves(Vendor vendor) throws Exception {
        try (TestDatabase database = TestDatabase.of(vendor)) {
            Dialect dialect = migrated(database);
            for (ChangeType type : ChangeType.values()) {
                for (ChangeType before : List.of(ChangeType.CREATE, ChangeType.UPDATE)) {
                    countUp(database, dialect, List.of(change("together", "known " + type, before, 1)));
                    countUp(database, dialect, List.of(change("alone", "known " + type, before, 1)));
                }
            }
            new JdbcTemplate(database.dataSource())
                    .update("update sync_tracked_entities set created_at = '2001-01-01 00:00:00'");

            countUp(database, dialect, oneOfEach("together"));
            for (TrackedChange change : oneOfEach("alone")) {
                countUp(database, dialect, List.of(change));
            }

            assertThat(entities(database, "alone"))
                    .containsExactly(
                            "known CREATE 1 2 0 new",
                            "known DELETE 3 1 1 old, changed, deleted",
                            "known UPDATE 3 1 0 old, changed",
                            "unknown CREATE 1 2 0 new",
                            "unknown DELETE 1 2 2 new, deleted",
                            "unknown UPDATE 1 2 0 new, changed")
                    .isEqualTo(entities(database, "together"));
        }
    }

    /** Returns a change of each type of an entity that is known, and of one that is not. */
    private static List<TrackedChange> oneOfEach(String model) {
        List<TrackedChange> changes = new ArrayList<>();
        for (ChangeType type : ChangeType.values()) {
            changes.add(change(model, "known " + type, type, 2));
            changes.add(change(model, "unknown " + type, type, 2));
        }
        return changes;
    }

    private static TrackedChange change(String model, String id, ChangeType type, long incarnation) {
        return new TrackedChange(new EntityRef(model, id), type, incarnation);
    }

    private static void countUp(TestDatabase database, Dialect dialect, List<TrackedChange> changes) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            dialect.countUp(connection, changes);
        }
    }

    /** Returns of each entity its id, version, incarnation and tombstone, and what its times say of it. */
    private static List<String> entities(TestDatabase database, String model) {
        return new JdbcTemplate(database.dataSource())
                .query(
                        "select * from sync_tracked_entities where model_name = ? order by model_id",
                        (row, number) -> row.getString("model_id") + " " + row.getLong("version") + " "
                                + row.getLong("incarnation") + " " + row.getLong("tombstone")
                                + (row.getString("created_at").startsWith("2001") ? " old" : " new")
                                + (row.getString("updated_at") == null ? "" : ", changed")
                                + (row.getString("deleted_at") == null ? "" : ", deleted"),
                        model);
    }

    private static Dialect migrated(TestDatabase database) throws Exception {
        Dialect dialect = Dialect.of(database.dataSource(), TableNames.DEFAULT);
        new SchemaMigration(database.dataSource(), dialect, null).migrate();
        return dialect;
    }

    /** Records in one transaction, entries in another order than that of the keys; returns them. */
    private static List<LogRow> record(TestDatabase database, Dialect dialect, int size, ChangeType type)
            throws Exception {
        List<TrackedChange> changes = IntStream.range(0, size)
                .mapToObj(i -> new TrackedChange(new EntityRef("m" + size, "é" + i), type, 1000L * size + i))
                .sorted(Comparator.comparing(change -> change.entity().id()))
                .toList();
        List<LogRow> rows = new ArrayList<>();
        for (TrackedChange change : changes) {
            for (String system : SYSTEMS) {
                rows.add(new LogRow(
                        new TrackedVersion(change.entity(), 0, 0),
                        system,
                        type,
                        "{\"of\":\"" + system + "\"}",
                        "shop",
                        null,
                        null));
            }
        }
        Collections.shuffle(rows, new Random(size));
        try (Connection connection = database.dataSource().getConnection()) {
            dialect.record(connection, changes, rows);
        }
        return rows;
    }

    private static List<String> written(TestDatabase database, String condition) {
        return new JdbcTemplate(database.dataSource())
                .query(
                        "select * from sync_logs where " + condition + " order by id",
                        (row, number) -> String.join(
                                " ",
                                row.getString("model_id"),
                                row.getString("system_name"),
                                row.getString("version"),
                                row.getString("data"),
                                row.getString("origin"),
                                String.valueOf(row.getString("trace_parent")),
                                row.getString("sync_status"),
                                String.valueOf(row.getString("error_message"))));
    }
}
