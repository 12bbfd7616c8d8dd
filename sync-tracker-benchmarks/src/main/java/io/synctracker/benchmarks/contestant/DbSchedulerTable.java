package io.synctracker.benchmarks.contestant;

import io.synctracker.benchmarks.application.Database;

/** The table and the indexes that db-scheduler asks for. */
final class DbSchedulerTable {

    private static final String TABLE = """
            create table if not exists scheduled_tasks (
                task_name            %1$s      not null,
                task_instance        %1$s      not null,
                task_data            %2$s,
                execution_time       %3$s      not null,
                picked               boolean   not null,
                picked_by            %1$s,
                last_success         %3$s      null,
                last_failure         %3$s      null,
                consecutive_failures integer,
                last_heartbeat       %3$s      null,
                version              bigint    not null,
                priority             smallint,
                state                %1$s,
                primary key (task_name, task_instance)
            )""";

    private DbSchedulerTable() {}

    static void create(Database database) {
        boolean postgres = database.isPostgres();
        database.execute(
                postgres
                        ? TABLE.formatted("text", "bytea", "timestamptz")
                        : TABLE.formatted("varchar(100)", "blob", "timestamp(6)"),
                "create index if not exists execution_time_idx on scheduled_tasks (execution_time)",
                "create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat)");
    }
}
