-- One row per schedule. The row says when it fires next; a timer only wakes a process that looks at it.
create table ${schedules} (
    id               bigint not null auto_increment primary key,
    name             varchar(100)  not null,
    stream           varchar(100),
    cadence          varchar(8)    not null,
    expression       varchar(1000) not null,
    zone             varchar(64)   not null,
    date_range       varchar(16)   not null,
    range_from       date,
    range_to         date,
    max_runs_per_day integer       not null default 0,
    enabled          boolean       not null,
    owner            varchar(100),
    created_at       datetime(6) not null,
    updated_at       datetime(6) not null,
    last_fired_at    datetime(6),
    next_fire_at     datetime(6),
    runs_day         date,
    runs_today       integer       not null default 0
) engine = innodb default character set utf8mb4 collate ${collation};

create unique index ${prefix}schedules_name on ${schedules} (name);

-- Which connections a schedule pulls, in order.
create table ${schedule_connections} (
    schedule_id     bigint      not null,
    position        integer     not null,
    connection_name varchar(64) not null,
    primary key (schedule_id, position)
) engine = innodb default character set utf8mb4 collate ${collation};
