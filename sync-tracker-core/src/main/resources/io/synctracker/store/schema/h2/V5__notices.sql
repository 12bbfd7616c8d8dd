-- When each notifier was last told of each service and action.
create table ${notices} (
    notice_key varchar(200) not null primary key,
    told_at    timestamp(6) with time zone not null,
    untold     bigint       not null default 0
);
