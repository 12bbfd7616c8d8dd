-- When each notifier was last told of each service and action.
create table ${notices} (
    notice_key varchar(200) not null primary key,
    told_at    datetime(6) not null,
    untold     bigint       not null default 0
) engine = innodb default character set utf8mb4 collate ${collation};
