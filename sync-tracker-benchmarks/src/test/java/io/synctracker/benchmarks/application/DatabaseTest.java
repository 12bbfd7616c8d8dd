package io.synctracker.benchmarks.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.TestDatabase;
import io.synctracker.testdatabases.Vendor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the databases are asked for, where they differ. */
class DatabaseTest {

    @ParameterizedTest
    @EnumSource(
            value = Vendor.class,
            names = {"POSTGRESQL", "MARIADB"})
    void a_series_has_the_numbers_from_one_to_another(Vendor vendor) throws Exception {
        try (TestDatabase database = TestDatabase.of(vendor)) {
            assertThat(series(database, 2, 4)).containsExactly(2L, 3L, 4L);
            assertThat(series(database, 1, 0)).isEmpty();
        }
    }

    private static List<Long> series(TestDatabase database, long from, long to) {
        String series = new Database(database.dataSource()).series(from, to);
        return new JdbcTemplate(database.dataSource())
                .queryForList("select n from " + series + " order by n", Long.class);
    }
}
