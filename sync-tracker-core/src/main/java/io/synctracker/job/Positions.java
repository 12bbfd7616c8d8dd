package io.synctracker.job;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The positions of runs. Every statement joins the transaction of the thread, which has the run's row locked. */
final class Positions {

    private static final String READ = "select name, position_text from $positions where run_id = :id order by name";

    private static final String INSERT =
            "insert into $positions (run_id, name, position_text) values (:id, :name, :text)";

    private static final String UPDATE =
            "update $positions set position_text = :text where run_id = :id and name = :name";

    private static final String DELETE = "delete from $positions where run_id = :id and name = :name";

    private static final String DELETE_ALL = "delete from $positions where run_id = :id";

    private static final String COPY = """
            insert into $positions (run_id, name, position_text)
            select :to, name, position_text from $positions where run_id = :from""";

    private final NamedParameterJdbcTemplate jdbc;
    private final JobSql sql;

    Positions(NamedParameterJdbcTemplate jdbc, JobSql sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    Map<String, String> of(long id) {
        Map<String, String> positions = new LinkedHashMap<>();
        jdbc.query(sql.of(READ), sql.with("id", id), row -> {
            positions.put(row.getString("name"), row.getString("position_text"));
        });
        return positions;
    }

    /**
     * Stores what has changed. What was stored before is known, so no statement has to look for a row that is not there:
     * on MariaDB it would lock the gap, and two runs would deadlock.
     */
    void store(long id, Map<String, String> before, Map<String, String> now) {
        before.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> jdbc.update(sql.of(DELETE), sql.with("id", id).and("name", name)));
        now.forEach((name, text) -> {
            if (!text.equals(before.get(name))) {
                jdbc.update(
                        sql.of(before.containsKey(name) ? UPDATE : INSERT),
                        sql.with("id", id).and("name", name).and("text", text));
            }
        });
    }

    void forget(long id) {
        jdbc.update(sql.of(DELETE_ALL), sql.with("id", id));
    }

    void copy(long from, long to) {
        jdbc.update(sql.of(COPY), sql.with("from", from).and("to", to));
    }
}
