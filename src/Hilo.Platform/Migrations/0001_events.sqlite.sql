-- The log: outbox, audit trail, customer's timeline, source of webhooks and of what store nodes replicate.
-- One writer: order of insertion is order of commit, so the position is given at once.
create table events (
  position integer primary key autoincrement,
  id blob not null,
  type text not null,
  occurred_at integer not null,
  recorded_at integer not null,
  sales_channel_id blob,
  location_id blob,
  actor text not null,
  subject blob not null,
  slot integer not null,
  customer_id blob,
  correlation_id blob,
  payload text not null
);
create unique index events_id on events (id);
create index events_subject on events (subject, position);
create index events_customer on events (customer_id, position) where customer_id is not null;
create index events_correlation on events (correlation_id) where correlation_id is not null;

-- Who does what only one process may do at a time, how far it got, and the fence that a stale holder cannot pass.
create table platform_leases (
  name text primary key,
  holder blob,
  fence integer not null default 0,
  lease_until integer not null default 0,
  position integer not null default 0
) without rowid;
