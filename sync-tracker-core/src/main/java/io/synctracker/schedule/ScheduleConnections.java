package io.synctracker.schedule;

import io.synctracker.store.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which connections a schedule pulls, in order. Every statement names whole keys, so that no gap is locked and two
 * schedules that are changed at once do not meet.
 */
final class ScheduleConnections {

    private static final String SELECT = """
            select schedule_id, connection_name from $connections where schedule_id in (:ids)
             order by schedule_id, position""";

    private static final String INSERT = """
            insert into $connections (schedule_id, position, connection_name) values (:id, :position, :name)""";

    private static final String UPDATE = """
            update $connections set connection_name = :name where schedule_id = :id and position = :position""";

    private static final String DELETE = """
            delete from $connections where schedule_id = :id and position = :position""";

    private final JdbcClient jdbc;
    private final String table;

    ScheduleConnections(JdbcClient jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.table = dialect.tables().named("schedule_connections");
    }

    Map<Long, List<String>> of(Collection<Long> schedules) {
        Map<Long, List<String>> names = new HashMap<>();
        if (!schedules.isEmpty()) {
            jdbc.sql(sql(SELECT)).param("ids", schedules).query(row -> {
                names.computeIfAbsent(row.getLong("schedule_id"), id -> new ArrayList<>())
                        .add(row.getString("connection_name"));
            });
        }
        return names;
    }

    void write(long schedule, List<String> before, List<String> after) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            if (i >= after.size()) {
                jdbc.sql(sql(DELETE)).param("id", schedule).param("position", i).update();
            } else if (i >= before.size() || !before.get(i).equals(after.get(i))) {
                jdbc.sql(sql(i < before.size() ? UPDATE : INSERT))
                        .param("id", schedule)
                        .param("position", i)
                        .param("name", after.get(i))
                        .update();
            }
        }
    }

    private String sql(String text) {
        return text.replace("$connections", table);
    }
}
