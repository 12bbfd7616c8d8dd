package io.synctracker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.synctracker.testdatabases.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** A page of runs is read in the order of an index, whichever part of the filter is set; only what is rare may be sorted. */
abstract class JobPlanContract extends JobTest {

    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final JobFilter ALL = JobFilter.ALL;

    private final String numbers;
    private final String analyze;

    JobPlanContract(Vendor vendor, String numbers, String analyze) {
        super(vendor);
        this.numbers = numbers;
        this.analyze = analyze;
    }

    /** A look at runs, and the index that answers it; any of them where the database may choose. */
    enum Look {
        ALL_OF_THEM(JobPlanContract.ALL, null),
        NEXT_PAGE(filter("before", 50_000L), null),
        SERVICE(filter("service", "rare"), "runs_service"),
        ACTION(filter("action", "rare"), "runs_action"),
        STATUS(filter("status", JobStatus.CONFLICT), "runs_status"),
        TARGET_TYPE(filter("targetType", "rare"), "runs_target_type"),
        TARGET(filter("targetId", "target-77"), "runs_target"),
        REQUESTED_BY(filter("requestedBy", "rare"), "runs_requested_by"),
        SCHEDULE(filter("scheduleId", 7L), "runs_schedule"),
        PARENT(filter("parentId", 77L), "runs_parent"),
        TRIGGER(filter("trigger", JobTrigger.COMMAND), "runs_trigger"),
        OFTEN_SERVICE(filter("service", "crm"), null),
        SOME_STATUS(filter("status", JobStatus.FAILED), null),
        OFTEN_STATUS(filter("status", JobStatus.SUCCESS), null),
        OLD_TIMES(filter("to", FIRST.plus(Duration.ofHours(30))), null),
        NEW_TIMES(filter("from", FIRST.plus(Duration.ofMinutes(50_000))), null);

        private final JobFilter filter;
        private final @Nullable String index;

        Look(JobFilter filter, @Nullable String index) {
            this.filter = filter;
            this.index = index;
        }
    }

    private static JobFilter filter(String part, Object value) {
        Object[] parts = Arrays.stream(JobFilter.class.getRecordComponents())
                .map(component -> component.getName().equals("limit")
                        ? Integer.valueOf(100)
                        : component.getName().equals(part) ? value : null)
                .toArray();
        try {
            Class<?>[] types = Arrays.stream(JobFilter.class.getRecordComponents())
                    .map(component -> component.getType())
                    .toArray(Class<?>[]::new);
            return JobFilter.class.getDeclaredConstructor(types).newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    void fill() {
        String rare = "case when mod(i, 20000) = 0 then 'rare' else ";
        jdbc.update(
                "insert into sync_runs (service, action, target_type, target_id, overlap_rule, run_status, trigger_name,"
                        + " requested_by, schedule_id, parent_id, priority, payload, payload_masked, max_attempts, created_at, due_at,"
                        + " finished_at) select " + rare + "'crm' end, " + rare + "'sync' end, " + rare
                        + "'mailbox' end, "
                        + "concat('target-', i), 'wait', "
                        + "case when mod(i, 20000) = 0 then 'conflict' when mod(i, 1000) = 0 then 'queued' when mod(i, 20) = 0 then 'failed' else 'success' end, "
                        + "case when mod(i, 20000) = 0 then 'command' else 'schedule' end, " + rare + "'ann' end, "
                        + "mod(i, 5000), case when mod(i, 10) = 0 then i - 3 end, 0, '{}', false, 5, "
                        + minutesLater() + ", " + minutesLater() + ", case when mod(i, 1000) = 0 then null else "
                        + minutesLater()
                        + " end from " + numbers);
        jdbc.execute(analyze);
    }

    private String minutesLater() {
        return numbers.contains("generate_series")
                ? "timestamptz '2025-01-01 00:00:00Z' + i * interval '1 minute'"
                : "timestamp '2025-01-01 00:00:00' + interval i minute";
    }

    @Override
    @BeforeEach
    void clear() {
        // The table is filled once.
    }

    @AfterEach
    void nothing() {
        assertThat(count("sync_runs")).isEqualTo(100_000);
    }

    private String explain(String query, JobSql.Parameters parameters) {
        List<String> rows = new NamedParameterJdbcTemplate(database().dataSource())
                .queryForList("explain " + query, parameters).stream()
                        .map(Object::toString)
                        .toList();
        return rows.stream().collect(Collectors.joining("\n"));
    }

    private void answeredInOrder(String plan, @Nullable String index) {
        assertThat(plan.toLowerCase(Locale.ROOT)).doesNotContain("seq scan").doesNotContain("type=all");
        if (index == null) {
            // Of a time of few runs, an index may give them all, which are then sorted.
            assertThat(plan.toLowerCase(Locale.ROOT))
                    .satisfiesAnyOf(
                            text -> assertThat(text).doesNotContain("sort"),
                            text -> assertThat(text).contains("sync_runs_created"));
        } else {
            assertThat(plan).contains("sync_" + index);
        }
    }

    private RunSearch search() {
        return new RunSearch(new NamedParameterJdbcTemplate(database().dataSource()), new JobSql(dialect));
    }

    @ParameterizedTest
    @EnumSource
    void a_page_is_read_in_the_order_of_an_index(Look look) {
        JobSql.Parameters parameters = new JobSql(dialect).with("limit", 100);
        String query = search().query(look.filter, parameters);

        answeredInOrder(explain(query, parameters), look.index);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_last_success_is_read_from_the_end_of_an_index(boolean ofTarget) {
        JobSql.Parameters parameters =
                new JobSql(dialect).with("service", "crm").and("action", "sync");
        if (ofTarget) {
            parameters.and("target_id", "target-77");
        }
        String plan = explain(search().lastSuccessQuery(ofTarget), parameters);

        assertThat(plan.toLowerCase(Locale.ROOT)).doesNotContain("seq scan").doesNotContain("type=all");
        assertThat(plan)
                .satisfiesAnyOf(
                        text -> assertThat(text).contains(ofTarget ? "sync_runs_target" : "sync_runs_success"),
                        text -> assertThat(text).contains("Select tables optimized away"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from sync_runs where finished_at < '2025-01-02' and open_key is null order by finished_at limit 500",
                "select id from sync_runs where created_at >= '2025-01-02' order by created_at limit 1",
                "select min(id) from sync_runs where open_key = 'k'",
                "select count(*) from sync_runs where run_status = 'queued'"
            })
    void what_the_engine_asks_is_answered_from_an_index(String query) {
        String plan = explain(query, new JobSql(dialect).with("none", 0));

        assertThat(plan.toLowerCase(Locale.ROOT))
                .doesNotContain("sort")
                .doesNotContain("seq scan")
                .doesNotContain("type=all");
    }
}
