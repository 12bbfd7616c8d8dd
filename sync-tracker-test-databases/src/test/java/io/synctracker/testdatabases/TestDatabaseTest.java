package io.synctracker.testdatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabaseTest {

    @ParameterizedTest
    @EnumSource
    void it_runs_on_the_product_it_names(Vendor vendor) throws SQLException {
        try (TestDatabase database = TestDatabase.of(vendor);
                Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(vendor.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_databases_do_not_see_each_other(Vendor vendor) throws SQLException {
        try (TestDatabase one = TestDatabase.of(vendor);
                TestDatabase other = TestDatabase.of(vendor)) {
            execute(one, "create table only_here (id int)");
            assertThatThrownBy(() -> execute(other, "insert into only_here values (1)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void text_of_every_language_comes_back_unchanged(Vendor vendor) throws SQLException {
        try (TestDatabase database = TestDatabase.of(vendor)) {
            execute(database, "create table words (word varchar(20))");
            execute(database, "insert into words values ('Zoë 語 🦊')");
            assertThat(read(database, "select word from words")).isEqualTo("Zoë 語 🦊");
        }
    }

    @ParameterizedTest
    @EnumSource
    void closing_drops_it_under_an_open_connection(Vendor vendor) throws SQLException {
        TestDatabase database = TestDatabase.of(vendor);
        execute(database, "create table rows_of_this_test (id int)");
        try (Connection open = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            database.close();
        }
        assertThatThrownBy(() -> read(database, "select count(*) from rows_of_this_test"))
                .isInstanceOf(SQLException.class);
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
