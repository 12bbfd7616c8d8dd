package io.synctracker.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.ChangeType;
import io.synctracker.EntityRef;
import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import io.synctracker.testing.CountedStatements;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a capture costs in round trips does not grow with the number of entities. */
class RoundTripTest {

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"POSTGRESQL", "MARIADB"})
    void a_hundred_changes_are_two_statements(Vendor vendor) throws Exception {
        try (TestDatabase database = TestDatabase.of(vendor)) {
            Dialect dialect = Dialect.of(database.dataSource(), TableNames.DEFAULT);
            new SchemaMigration(database.dataSource(), dialect, null).migrate();
            CountedStatements counted = new CountedStatements();

            try (Connection connection = database.dataSource().getConnection()) {
                write(dialect, counted.watch(connection), ChangeType.CREATE);
                write(dialect, counted.watch(connection), ChangeType.UPDATE);
                write(dialect, counted.watch(connection), ChangeType.DELETE);
            }

            assertThat(counted.executed()).hasSize(3 * 2);
        }
    }

    @Test
    void recording_a_hundred_changes_is_one_statement_where_the_database_can() throws Exception {
        try (TestDatabase database = TestDatabase.of(Vendor.POSTGRESQL)) {
            Dialect dialect = Dialect.of(database.dataSource(), TableNames.DEFAULT);
            new SchemaMigration(database.dataSource(), dialect, null).migrate();
            CountedStatements counted = new CountedStatements();
            List<TrackedChange> changes = changes(ChangeType.CREATE);

            try (Connection connection = database.dataSource().getConnection()) {
                dialect.record(counted.watch(connection), changes, rows(changes, Map.of()));
            }

            assertThat(counted.executed()).hasSize(1);
        }
    }

    private static void write(Dialect dialect, Connection connection, ChangeType type) throws Exception {
        List<TrackedChange> changes = changes(type);
        dialect.append(connection, rows(changes, dialect.countUp(connection, changes)));
    }

    private static List<TrackedChange> changes(ChangeType type) {
        return IntStream.range(0, 100)
                .mapToObj(i -> new TrackedChange(new EntityRef("thing", "" + i), type, 1 + i + 1000L * type.ordinal()))
                .toList();
    }

    private static List<LogRow> rows(List<TrackedChange> changes, Map<EntityRef, TrackedVersion> versions) {
        return changes.stream()
                .map(change -> new LogRow(
                        versions.getOrDefault(change.entity(), new TrackedVersion(change.entity(), 0, 0)),
                        "crm",
                        change.type(),
                        null,
                        null,
                        null,
                        null))
                .toList();
    }
}
