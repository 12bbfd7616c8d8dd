-- The alarm clock of the jobs, as db-scheduler wants it. It holds numbers and times; what they mean stands in the other tables.
create table ${jobs} (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            blob,
    execution_time       datetime(6) not null,
    picked               boolean not null,
    picked_by            varchar(50),
    last_success         datetime(6),
    last_failure         datetime(6),
    consecutive_failures integer,
    last_heartbeat       datetime(6),
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
) engine = innodb default character set utf8mb4 collate ${collation};

create index ${prefix}jobs_due on ${jobs} (execution_time);
create index ${prefix}jobs_heartbeat on ${jobs} (last_heartbeat);
create index ${prefix}jobs_priority on ${jobs} (priority desc, execution_time);

-- One row per run. open_key holds the key until the run has ended, running_key while it is worked at: it is unique, so that
-- the database itself lets only one run of a key go. The number of attempts is the fencing token of the try.
create table ${runs} (
    id                  bigint not null auto_increment primary key,
    service             varchar(64)  not null,
    action              varchar(64)  not null,
    target_type         varchar(100),
    target_id           varchar(255),
    run_key             varchar(255),
    open_key            varchar(255),
    running_key         varchar(255),
    overlap_rule        varchar(4)   not null,
    run_status          varchar(9)   not null,
    trigger_name        varchar(11)  not null,
    requested_by        varchar(100),
    schedule_id         bigint,
    parent_id           bigint,
    priority            integer      not null,
    payload             longtext not null,
    payload_masked      boolean not null,
    sealed_payload      longtext,
    result              longtext,
    counts              longtext,
    attempts            integer      not null default 0,
    max_attempts        integer      not null,
    node                varchar(100),
    done                bigint       not null default 0,
    total               bigint,
    error_message       varchar(4000),
    cancel_requested_at datetime(6),
    cancelled_by        varchar(100),
    created_at          datetime(6) not null,
    due_at              datetime(6),
    started_at          datetime(6),
    finished_at         datetime(6)
) engine = innodb default character set utf8mb4 collate ${collation};

create unique index ${prefix}runs_running_key on ${runs} (running_key);
create index ${prefix}runs_open_key on ${runs} (open_key, id);
create index ${prefix}runs_waiting on ${runs} (due_at);
create index ${prefix}runs_service on ${runs} (service, id);
create index ${prefix}runs_action on ${runs} (action, id);
create index ${prefix}runs_service_action on ${runs} (service, action, id);
create index ${prefix}runs_status on ${runs} (run_status, id);
create index ${prefix}runs_target_type on ${runs} (target_type, id);
create index ${prefix}runs_target on ${runs} (target_id, id);
create index ${prefix}runs_requested_by on ${runs} (requested_by, id);
create index ${prefix}runs_schedule on ${runs} (schedule_id, id);
create index ${prefix}runs_parent on ${runs} (parent_id, id);
create index ${prefix}runs_trigger on ${runs} (trigger_name, id);
create index ${prefix}runs_created on ${runs} (created_at);
create index ${prefix}runs_finished on ${runs} (finished_at);
create index ${prefix}runs_success on ${runs} (run_status, service, action, finished_at);
create index ${prefix}runs_target_success on ${runs} (run_status, service, action, target_id, finished_at);

-- One row per try of a run.
create table ${run_attempts} (
    run_id        bigint       not null,
    attempt       integer      not null,
    node          varchar(100) not null,
    started_at    datetime(6) not null,
    ended_at      datetime(6),
    outcome       varchar(10)  not null,
    error_message varchar(4000),
    primary key (run_id, attempt)
) engine = innodb default character set utf8mb4 collate ${collation};

-- How far a run has come, by the names that its job gives.
create table ${run_positions} (
    run_id        bigint       not null,
    name          varchar(100) not null,
    position_text longtext not null,
    primary key (run_id, name)
) engine = innodb default character set utf8mb4 collate ${collation};
