-- Events that a consumer could not handle, and those of the same subject that wait behind them.
create table platform_held_events (
  consumer text not null,
  position bigint not null,
  subject uuid not null,
  state text not null check (state in ('retrying', 'waiting', 'parked')),
  attempts bigint not null default 0,
  due_at bigint not null default 0,
  first_failed_at bigint not null,
  error text,
  primary key (consumer, position)
);
create index platform_held_events_subject on platform_held_events (consumer, subject, position);
