-- One row per connection that was stored at run time; secrets in the settings are encrypted.
create table ${connections} (
    name       varchar(64) primary key,
    kind       varchar(64) not null,
    enabled    smallint    not null,
    settings   longtext not null,
    owner      varchar(100),
    revision   bigint      not null default 0,
    created_at datetime(6) not null default utc_timestamp(6),
    updated_at datetime(6) not null default utc_timestamp(6)
) engine = innodb default character set utf8mb4 collate ${collation};

-- One row per record that was ever applied or decided about.
create table ${remote_records} (
    system_name  varchar(64)  not null,
    stream_name  varchar(64)  not null,
    external_id  varchar(255) not null,
    content_hash varchar(64)  not null,
    seen_run     bigint       not null default 0,
    primary key (system_name, stream_name, external_id)
) engine = innodb default character set utf8mb4 collate ${collation};

-- One row per incremental stream: where its next run begins.
create table ${checkpoints} (
    system_name     varchar(64) not null,
    stream_name     varchar(64) not null,
    checkpoint_text varchar(4000),
    run_id          bigint      not null,
    updated_at      datetime(6) not null default utc_timestamp(6),
    primary key (system_name, stream_name)
) engine = innodb default character set utf8mb4 collate ${collation};

-- One row per record that could not be applied, until a later pull applies it.
create table ${set_asides} (
    id            bigint not null auto_increment primary key,
    system_name   varchar(64)   not null,
    stream_name   varchar(64)   not null,
    key_hash      varchar(64)   not null,
    external_id   varchar(255),
    reason        varchar(4000) not null,
    record_data   longtext not null,
    changed_at    datetime(6),
    awaits_parent smallint      not null default 0,
    run_id        bigint        not null,
    first_seen_at datetime(6) not null default utc_timestamp(6),
    last_seen_at  datetime(6) not null default utc_timestamp(6)
) engine = innodb default character set utf8mb4 collate ${collation};

create unique index ${prefix}set_asides_key on ${set_asides} (system_name, stream_name, key_hash);
create index ${prefix}set_asides_system on ${set_asides} (system_name, id);

-- One row per conflict, with both sides as they were.
create table ${conflicts} (
    id          bigint not null auto_increment primary key,
    system_name varchar(64)  not null,
    stream_name varchar(64)  not null,
    model_name  varchar(100) not null,
    model_id    varchar(255) not null,
    external_id varchar(255) not null,
    resolution  varchar(9)   not null,
    local_data  longtext not null,
    remote_data longtext not null,
    run_id      bigint       not null,
    created_at  datetime(6) not null default utc_timestamp(6)
) engine = innodb default character set utf8mb4 collate ${collation};

create index ${prefix}conflicts_system on ${conflicts} (system_name, id);
create index ${prefix}conflicts_open on ${conflicts} (resolution, id);
create index ${prefix}conflicts_record on ${conflicts} (external_id, system_name, stream_name);
