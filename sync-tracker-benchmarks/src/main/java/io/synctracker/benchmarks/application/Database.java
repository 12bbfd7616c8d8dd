package io.synctracker.benchmarks.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The little SQL of the measurements themselves, on PostgreSQL and MariaDB. */
public final class Database {

    private final JdbcTemplate jdbc;
    private final boolean postgres;

    /**
     * Gives access to a database.
     *
     * @param dataSource where it is
     */
    public Database(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        postgres = "PostgreSQL"
                .equals(jdbc.execute((java.sql.Connection connection) ->
                        connection.getMetaData().getDatabaseProductName()));
    }

    /** Returns whether it is PostgreSQL. */
    public boolean isPostgres() {
        return postgres;
    }

    /**
     * Executes statements, each in a transaction of its own.
     *
     * @param statements which
     */
    public void execute(String... statements) {
        Arrays.stream(statements).forEach(jdbc::execute);
    }

    /**
     * Asks for a number.
     *
     * @param query for one number
     */
    public long number(String query) {
        Long number = jdbc.queryForObject(query, Long.class);
        return number == null ? 0 : number;
    }

    /**
     * Returns texts.
     *
     * @param query for one column
     */
    public List<String> texts(String query) {
        return jdbc.queryForList(query, String.class);
    }

    /**
     * Empties tables.
     *
     * @param tables which
     */
    public void empty(List<String> tables) {
        if (postgres) {
            execute("truncate " + String.join(", ", tables));
        } else {
            tables.forEach(table -> execute("truncate table " + table));
        }
    }

    /**
     * Returns a table's name as the database spells it, which matters to some.
     *
     * @param table the name in lower case
     * @return nothing if there is no such table
     */
    public Optional<String> spelled(String table) {
        return texts("select table_name from information_schema.tables where table_schema = " + schema()
                        + " and lower(table_name) = '" + table + "'")
                .stream()
                .findFirst();
    }

    /** Returns SQL for the schema that the tables are in. */
    String schema() {
        return postgres ? "current_schema()" : "database()";
    }

    /** Returns a table of one column, {@code n}, of the numbers from one to another; an empty one if that is less. */
    public String series(long from, long to) {
        // MariaDB counts downwards if it must, and a backlog of one row would have three.
        return postgres
                ? "(select generate_series(" + from + ", " + to + ") as n) as numbers"
                : "(select seq as n from seq_" + from + "_to_" + to + " where " + from + " <= " + to + ") as numbers";
    }

    /** Returns SQL for a number as text. */
    public String text(String number) {
        return postgres ? "(" + number + ")::text" : "cast(" + number + " as char)";
    }

    /** Returns SQL for a fresh random id. */
    public String uuid() {
        return postgres ? "gen_random_uuid()" : "uuid()";
    }

    /**
     * Returns SQL for a column of the old row with another id in its JSON, {@code -n}.
     *
     * @param column the column
     * @param id the id that is in it now
     */
    public String renumbered(String column, long id) {
        String other = postgres ? "'\"id\":' || (-n) || ','" : "concat('\"id\":', -n, ',')";
        return "replace(t." + column + ", '\"id\":" + id + ",', " + other + ")";
    }

    /**
     * Makes many rows of the only one that a table has.
     *
     * @param table the table
     * @param count how many rows it is to have
     * @param columns expressions for columns that differ, from the old row {@code t} and a number {@code n}; an empty
     *     one leaves the column to its default
     */
    public void multiply(String table, int count, Map<String, String> columns) {
        List<String> names = new ArrayList<>(columnsOf(table));
        names.removeIf(name -> "".equals(columns.get(name)));
        String values = names.stream()
                .map(name -> columns.getOrDefault(name, "t." + name))
                .collect(Collectors.joining(", "));
        execute("insert into " + table + " (" + String.join(", ", names) + ") select " + values + " from " + table
                + " t cross join " + series(2, count));
    }

    private List<String> columnsOf(String table) {
        return texts("select lower(column_name) from information_schema.columns where table_schema = " + schema()
                + " and lower(table_name) = '" + table.toLowerCase(Locale.ROOT) + "' order by ordinal_position");
    }

    /** Brings the statistics of all tables up to date and lets the server write out what it has in memory. */
    public void settle() {
        if (postgres) {
            execute("vacuum analyze", "checkpoint");
        } else {
            texts(
                            "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'")
                    .forEach(table -> jdbc.queryForList("analyze table " + table));
        }
    }
}
