package io.synctracker.job;

import io.synctracker.store.Codes;
import io.synctracker.store.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Finds runs, newest first. Every part of a filter has an index that ends with the number, so that a page is read in its
 * order and nothing is sorted. Times become numbers first, since numbers grow with time: a look at two rows.
 */
final class RunSearch {

    /** By how much a run with a larger number may have been enqueued earlier, by clocks that differ. */
    private static final Duration DISORDER = Duration.ofMinutes(10);

    /** In how many of the newest runs that match the rest a text is looked for. */
    private static final int TEXT_WINDOW = 10_000;

    private static final String FIRST_SINCE =
            "select id from $runs where created_at >= :time order by created_at limit 1";

    private static final String LAST_BEFORE =
            "select id from $runs where created_at < :time order by created_at desc limit 1";

    private static final String LAST_SUCCESS = """
            select max(finished_at) as finished_at from $runs
             where service = :service and action = :action and run_status = 'success'""";

    private final NamedParameterJdbcTemplate jdbc;
    private final JobSql sql;

    RunSearch(NamedParameterJdbcTemplate jdbc, JobSql sql) {
        this.jdbc = jdbc;
        this.sql = sql;
    }

    List<JobRun> list(JobFilter filter) {
        JobSql.Parameters parameters = sql.with("limit", filter.limit());
        Dialect dialect = sql.dialect();
        return jdbc.query(query(filter, parameters), parameters, (row, number) -> RunRow.readRun(dialect, row));
    }

    /** Returns the query, and adds its parameters. */
    String query(JobFilter filter, JobSql.Parameters parameters) {
        List<String> conditions = conditions(filter, parameters);
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        String newest = "select * from $runs" + where + " order by id desc limit ";
        String text = filter.text();
        if (text == null) {
            return sql.of(newest + ":limit");
        }
        parameters.and("text", "%" + escaped(text.toLowerCase(Locale.ROOT)) + "%");
        return sql.of("select * from (" + newest + TEXT_WINDOW
                + ") newest where lower(error_message) like :text escape '!' order by id desc limit :limit");
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private List<String> conditions(JobFilter filter, JobSql.Parameters parameters) {
        List<String> conditions = new ArrayList<>();
        Equal equal = (column, value) -> {
            if (value != null) {
                conditions.add(column + " = :" + column);
                parameters.and(column, value);
            }
        };
        equal.add("service", filter.service());
        equal.add("action", filter.action());
        equal.add("run_status", code(filter.status()));
        equal.add("target_type", filter.targetType());
        equal.add("target_id", filter.targetId());
        equal.add("requested_by", filter.requestedBy());
        equal.add("schedule_id", filter.scheduleId());
        equal.add("parent_id", filter.parentId());
        equal.add("trigger_name", code(filter.trigger()));
        from(filter.from(), conditions, parameters);
        to(filter.to(), conditions, parameters);
        if (filter.before() != null) {
            conditions.add("id < :before");
            parameters.and("before", filter.before());
        }
        return conditions;
    }

    /** Adds the condition that a column equals a value, if there is one. */
    private interface Equal {
        void add(String column, @Nullable Object value);
    }

    private static @Nullable String code(@Nullable Enum<?> value) {
        return value == null ? null : Codes.of(value);
    }

    private void from(@Nullable Instant from, List<String> conditions, JobSql.Parameters parameters) {
        if (from == null) {
            return;
        }
        conditions.add("created_at >= :from");
        parameters.and("from", from);
        id(LAST_BEFORE, from.minus(DISORDER)).ifPresent(id -> {
            conditions.add("id > :after_id");
            parameters.and("after_id", id);
        });
    }

    private void to(@Nullable Instant to, List<String> conditions, JobSql.Parameters parameters) {
        if (to == null) {
            return;
        }
        conditions.add("created_at < :to");
        parameters.and("to", to);
        id(FIRST_SINCE, to.plus(DISORDER)).ifPresent(id -> {
            conditions.add("id < :before_id");
            parameters.and("before_id", id);
        });
    }

    private Optional<Long> id(String text, Instant time) {
        return jdbc.query(sql.of(text), sql.with("time", time), (row, number) -> row.getLong("id")).stream()
                .findFirst();
    }

    Optional<Instant> lastSuccess(String service, String action, @Nullable String targetId) {
        Dialect dialect = sql.dialect();
        JobSql.Parameters parameters = sql.with("service", service).and("action", action);
        if (targetId != null) {
            parameters.and("target_id", targetId);
        }
        return jdbc
                .query(
                        lastSuccessQuery(targetId != null),
                        parameters,
                        (row, number) -> Optional.ofNullable(dialect.instant(row, "finished_at")))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    String lastSuccessQuery(boolean ofTarget) {
        return sql.of(LAST_SUCCESS + (ofTarget ? " and target_id = :target_id" : ""));
    }
}
