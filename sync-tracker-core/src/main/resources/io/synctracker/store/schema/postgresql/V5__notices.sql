-- When each notifier was last told of each service and action.
create table ${notices} (
    notice_key varchar(200) not null primary key,
    told_at    timestamptz(6) not null,
    untold     bigint       not null default 0
);
