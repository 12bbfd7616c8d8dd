-- One row per entity. A living row has tombstone 0; a deleted one carries its incarnation there and so gives up its key.
create table ${tracked_entities} (
    model_name  varchar(100)   not null,
    model_id    varchar(255)   not null,
    tombstone   bigint         not null default 0,
    incarnation bigint         not null,
    version     bigint         not null,
    created_at  datetime(6) not null default (utc_timestamp(6)),
    updated_at  datetime(6),
    deleted_at  datetime(6),
    primary key (model_name, model_id, tombstone)
) engine = innodb default character set utf8mb4 collate ${collation};

-- One row per entity and external system.
create table ${links} (
    model_name      varchar(100)   not null,
    model_id        varchar(255)   not null,
    incarnation     bigint         not null,
    system_name     varchar(64)    not null,
    tombstone       bigint         not null default 0,
    external_id     varchar(255),
    sync_status     varchar(10)    not null,
    synced_version  bigint,
    metadata        longtext,
    first_synced_at datetime(6),
    synced_at       datetime(6),
    retry_count     integer        not null default 0,
    last_error      varchar(4000),
    last_attempt_at datetime(6),
    primary key (model_name, model_id, incarnation, system_name)
) engine = innodb default character set utf8mb4 collate ${collation};

-- The external id comes first, so that no look-up by type and system takes this index for the primary key.
create unique index ${prefix}links_external on ${links} (external_id, system_name, model_name, tombstone);

-- One row per change and target. Business transactions only append; a lease is two columns and ends by itself.
create table ${logs} (
    id                bigint not null auto_increment primary key,
    model_name        varchar(100)   not null,
    model_id          varchar(255)   not null,
    incarnation       bigint         not null,
    version           bigint         not null,
    system_name       varchar(64)    not null,
    action            varchar(6)     not null,
    sync_status       varchar(9)     not null default 'pending',
    sync_attempts     integer        not null default 0,
    last_sync_attempt datetime(6),
    next_attempt_at   datetime(6) not null default (utc_timestamp(6)),
    lease_until       datetime(6),
    lease_token       bigint,
    error_message     varchar(4000),
    outcome           varchar(16),
    superseded_by     bigint,
    newest_id         bigint,
    note              varchar(4000),
    data              longtext,
    origin            varchar(64),
    trace_parent      varchar(64),
    created_at        datetime(6) not null default (utc_timestamp(6)),
    completed_at      datetime(6)
) engine = innodb default character set utf8mb4 collate ${collation};

create index ${prefix}logs_due on ${logs} (sync_status, system_name, next_attempt_at, id);
create index ${prefix}logs_key on ${logs} (model_name, model_id, system_name, sync_status, id);

-- One row per target that was paused, or that has failed several times in a row.
create table ${targets} (
    system_name varchar(64) primary key,
    paused_at   datetime(6),
    paused_note varchar(4000),
    failures    integer     not null default 0,
    openings    integer     not null default 0,
    open_until  datetime(6)
) engine = innodb default character set utf8mb4 collate ${collation};
